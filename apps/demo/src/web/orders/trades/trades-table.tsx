import type { Trade } from "@kite/orders";
import { Fragment, type ReactNode, useState } from "react";
import { formatAmount, formatQuantity } from "../../../shared/rupees.ts";
import { ChevronIcon } from "../../icons.tsx";
import { Change } from "../../summary/change.tsx";
import { InstrumentName } from "../../table/instrument-name.tsx";
import { SkeletonRows } from "../../table/skeleton-rows.tsx";
import { indianTime } from "../../time.ts";
import type { TradedRow, TradedSide, TradesRows } from "./trades-rows.ts";

const columns = [
  { name: "Instrument", className: "instrument" },
  { name: "Bought", className: "number from-small" },
  { name: "Sold", className: "number from-small" },
  { name: "Charges", className: "number from-medium" },
  { name: "Realised", className: "number" },
  { name: "Fills", className: "action" },
] as const;

interface TradesTableProps {
  /** Undefined while they are on their way. */
  readonly trades: TradesRows | undefined;
  readonly labelledBy: string;
}

/** One row for each instrument and product; each opens to its fills. */
export function TradesTable({ trades, labelledBy }: TradesTableProps): ReactNode {
  const [open, setOpen] = useState<string>();
  return (
    <div className="table-frame">
      <table className="figures" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map(({ name, className }) => (
              <th key={name} scope="col" className={className}>
                {name === "Fills" ? <span className="visually-hidden">{name}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        {trades ? (
          <tbody>
            {trades.instruments.map((row) => {
              const key = `${row.exchange}:${row.tradingsymbol}:${row.product}`;
              const isOpen = open === key;
              return (
                <Fragment key={key}>
                  <Row row={row} isOpen={isOpen} onToggle={() => setOpen(isOpen ? undefined : key)} />
                  {isOpen && (
                    <tr className="detail">
                      <td colSpan={columns.length}>
                        <Fills fills={row.fills} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        ) : (
          <SkeletonRows rows={5} columns={columns.map(({ className }) => className)} />
        )}
        {trades && (
          <tfoot>
            <tr>
              <th scope="row" className="instrument">
                Total
              </th>
              <td className="from-small" colSpan={2} />
              <td className="number from-medium">{formatAmount(trades.charges)}</td>
              <td className="number">
                <Change rupees={trades.realised} />
              </td>
              <td className="action" />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: TradedRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Row({ row, isOpen, onToggle }: RowProps): ReactNode {
  const { exchange, tradingsymbol, product, bought, sold, charges, realised, fills } = row;
  const open = `Fills of ${tradingsymbol} ${product}`;
  return (
    <tr>
      <th scope="row" className="instrument">
        <span className="name-line">
          <InstrumentName symbol={tradingsymbol} /> <span className="exchange">{exchange}</span>
        </span>
        <span className="beneath">
          {product} · {fills.length === 1 ? "one fill" : `${fills.length} fills`}
        </span>
      </th>
      <td className="number from-small">
        <Side side={bought} />
      </td>
      <td className="number from-small">
        <Side side={sold} />
      </td>
      <td className="number from-medium">{formatAmount(charges)}</td>
      <td className="number">
        {realised === null ? <span className="unit">not known</span> : <Change rupees={realised} />}
        <span className="beneath until-small">{tradedText(bought.quantity, sold.quantity)}</span>
      </td>
      <td className="action">
        <button
          type="button"
          className="button small icon-only"
          aria-expanded={isOpen}
          onClick={onToggle}
          aria-label={open}
          title="Fills"
        >
          <ChevronIcon />
        </button>
      </td>
    </tr>
  );
}

function Side({ side: { quantity, average_price } }: { readonly side: TradedSide }): ReactNode {
  if (quantity === 0) return "–";
  return (
    <>
      {formatQuantity(quantity)}
      <span className="beneath">at {formatAmount(average_price)}</span>
    </>
  );
}

function Fills({ fills }: { readonly fills: readonly Trade[] }): ReactNode {
  return (
    <ol className="steps">
      {fills.map(({ trade_id, transaction_type, quantity, average_price, fill_timestamp, order_id }) => (
        <li key={trade_id}>
          <time dateTime={fill_timestamp.toISOString()}>{indianTime(fill_timestamp)}</time>
          <span>
            <strong>{transaction_type === "BUY" ? "Bought" : "Sold"}</strong> {formatQuantity(quantity)} at{" "}
            {formatAmount(average_price)}
          </span>
          <span className="step-facts">order {order_id}</span>
        </li>
      ))}
    </ol>
  );
}

/** Says what was traded, without a side on which nothing was: `bought 85, sold 85`. */
const tradedText = (bought: number, sold: number): string =>
  [bought > 0 && `bought ${formatQuantity(bought)}`, sold > 0 && `sold ${formatQuantity(sold)}`]
    .filter(Boolean)
    .join(", ");
