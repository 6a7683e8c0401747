import type { MFHolding } from "@kite/mf";
import { type ReactNode, useId } from "react";
import { formatAmount, formatQuantity } from "../../shared/rupees.ts";
import { Empty } from "../states/empty.tsx";
import { Change } from "../summary/change.tsx";
import { SkeletonRows } from "../table/skeleton-rows.tsx";
import type { FundTask } from "./fund-task.ts";
import { calendarText, type HoldingWorth, navText, worthOf } from "./fund-words.ts";

interface FundHoldingsPanelProps {
  /** Undefined while they are on their way. */
  readonly holdings: readonly MFHolding[] | undefined;
  readonly onTask: (task: FundTask) => void;
}

const columns = [
  "instrument",
  "number from-medium",
  "number from-medium",
  "number",
  "number from-small",
  "action from-wide",
];

/** Units that are held, and what they are worth. */
export function FundHoldingsPanel({ holdings, onTask }: FundHoldingsPanelProps): ReactNode {
  const heading = useId();
  const total = holdings && worthOf(holdings);
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>
          Holdings <span className="count">{holdings?.length}</span>
        </h2>
        <button
          type="button"
          className="button small to-form"
          onClick={() => onTask({ action: "purchase", isin: undefined })}
        >
          Order a fund
        </button>
      </div>
      {holdings?.length === 0 ? (
        <Empty title="No funds yet">Units appear here on the day after their purchase is done.</Empty>
      ) : (
        <div className="table-frame">
          <table className="figures fund-table" aria-labelledby={heading}>
            <thead>
              <tr>
                <th scope="col">Fund</th>
                <th scope="col" className="number from-medium">
                  Units
                </th>
                <th scope="col" className="number from-medium">
                  NAV
                </th>
                <th scope="col" className="number">
                  Value
                </th>
                <th scope="col" className="number from-small">
                  P&amp;L
                </th>
                <th scope="col" className="action from-wide">
                  <span className="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            {holdings ? (
              <tbody>
                {holdings.map((holding) => (
                  <Row key={`${holding.tradingsymbol} ${holding.folio}`} holding={holding} onTask={onTask} />
                ))}
              </tbody>
            ) : (
              <SkeletonRows rows={3} columns={columns} />
            )}
            {total && (
              <tfoot>
                <tr>
                  <th scope="row">Total</th>
                  <td className="from-medium" colSpan={2} />
                  <td className="number">
                    {formatAmount(total.value)}
                    <Gain worth={total} className="until-small" />
                  </td>
                  <td className="number from-small">
                    <Change
                      rupees={total.gain}
                      {...(total.percent !== undefined && { percent: total.percent })}
                      stacked
                    />
                  </td>
                  <td className="from-wide" />
                </tr>
              </tfoot>
            )}
          </table>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  readonly holding: MFHolding;
  readonly onTask: (task: FundTask) => void;
}

function Row({ holding, onTask }: RowProps): ReactNode {
  const { fund, tradingsymbol: isin, folio, quantity, pledged_quantity = 0, average_price } = holding;
  const { last_price, last_price_date } = holding;
  const worth = worthOf([holding]);
  // in two places, of which the width of the table shows one
  const buttons = (
    <span className="fund-actions">
      <button
        type="button"
        className="button small"
        onClick={() => onTask({ action: "purchase", isin })}
        aria-label={`Buy more of ${fund}`}
      >
        Buy more
      </button>
      <button
        type="button"
        className="button small"
        onClick={() => onTask({ action: "redemption", isin })}
        aria-label={`Redeem ${fund}`}
      >
        Redeem
      </button>
    </span>
  );
  return (
    <tr>
      <th scope="row" className="instrument">
        <span className="fund-name">{fund}</span>
        <span className="fund-note">
          {folio ? `Folio ${folio}` : "No folio yet"}
          {pledged_quantity > 0 && ` · ${formatQuantity(pledged_quantity)} pledged`}
        </span>
        <span className="fund-note until-medium">
          {formatQuantity(quantity)} units at {navText(average_price)}
        </span>
        <span className="until-wide">{buttons}</span>
      </th>
      <td className="number from-medium">
        {formatQuantity(quantity)}
        <span className="beneath">at {navText(average_price)}</span>
      </td>
      <td className="number from-medium">
        {navText(last_price)}
        {last_price_date && <span className="beneath">{calendarText(last_price_date)}</span>}
      </td>
      <td className="number">
        {formatAmount(worth.value)}
        <span className="beneath until-medium">NAV {navText(last_price)}</span>
        <Gain worth={worth} className="until-small" />
      </td>
      <td className="number from-small">
        <Gain worth={worth} />
      </td>
      <td className="action from-wide">{buttons}</td>
    </tr>
  );
}

interface GainProps {
  readonly worth: HoldingWorth;
  readonly className?: string;
}

function Gain({ worth: { gain, percent }, className }: GainProps): ReactNode {
  return (
    <span className={className}>
      <Change rupees={gain} {...(percent !== undefined && { percent })} stacked />
    </span>
  );
}
