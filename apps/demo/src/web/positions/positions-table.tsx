import type { ReactNode } from "react";
import type { PositionList, PositionRow } from "../../shared/api.ts";
import { formatAmount, formatQuantity } from "../../shared/rupees.ts";
import { Change } from "../summary/change.tsx";
import { InstrumentName } from "../table/instrument-name.tsx";
import { SkeletonRows } from "../table/skeleton-rows.tsx";
import { unitOf } from "./units.ts";

interface PositionsTableProps {
  /** Undefined while it is on its way. */
  readonly list: PositionList | undefined;
  readonly labelledBy: string;
  /** Left out where nothing can be converted. */
  readonly onConvert?: (row: PositionRow) => void;
}

const columns = [
  { name: "Instrument", className: "instrument" },
  { name: "Product", className: "product from-small" },
  { name: "Qty.", className: "number from-small" },
  { name: "Avg.", className: "number from-medium" },
  { name: "LTP", className: "number from-medium" },
  { name: "Realised", className: "number from-wide" },
  { name: "Unrealised", className: "number from-wide" },
  { name: "P&L", className: "number" },
] as const;

/** One row for each position and product. */
export function PositionsTable({ list, labelledBy, onConvert }: PositionsTableProps): ReactNode {
  return (
    <div className="table-frame">
      <table className="figures" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map(({ name, className }) => (
              <th key={name} scope="col" className={className}>
                {name}
              </th>
            ))}
            <th scope="col" className="action from-small">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        {list ? (
          <tbody>
            {list.rows.map((row) => (
              <Row key={`${row.exchange}:${row.tradingsymbol}:${row.product}`} row={row} onConvert={onConvert} />
            ))}
          </tbody>
        ) : (
          <SkeletonRows rows={10} columns={[...columns.map(({ className }) => className), "action from-small"]} />
        )}
        {list && <Totals list={list} />}
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: PositionRow;
  readonly onConvert: ((row: PositionRow) => void) | undefined;
}

function Row({ row, onConvert }: RowProps): ReactNode {
  const { exchange, tradingsymbol, product, quantity } = row;
  const closed = quantity === 0;
  // in two places, of which the width of the table shows one
  const button = onConvert && !closed && (
    <button
      type="button"
      className="button small"
      onClick={() => onConvert(row)}
      aria-label={`Convert ${tradingsymbol} ${product}`}
    >
      Convert
    </button>
  );
  return (
    <tr className={closed ? "closed" : undefined}>
      <th scope="row" className="instrument">
        <span className="name-line">
          <InstrumentName symbol={tradingsymbol} /> <span className="exchange from-small">{exchange}</span>{" "}
          {closed && <span className="badge">Closed</span>}
        </span>
        <span className="beneath until-small">
          {exchange} · {product} · {formatQuantity(quantity)} {unitOf(exchange, quantity)}
        </span>
      </th>
      <td className="product from-small">
        <span className="product-name">{product}</span>
      </td>
      <td className="number from-small">
        {formatQuantity(quantity)} <span className="unit">{unitOf(exchange, quantity)}</span>
      </td>
      <td className="number from-medium">{closed ? "–" : formatAmount(row.average_price)}</td>
      <td className="number from-medium">{formatAmount(row.last_price)}</td>
      <td className="number from-wide">{formatAmount(row.realised)}</td>
      <td className="number from-wide">{formatAmount(row.unrealised)}</td>
      <td className="number">
        <Change rupees={row.pnl} />
        <span className="beneath until-medium from-small">LTP {formatAmount(row.last_price)}</span>
        <span className="beneath until-small">{button}</span>
      </td>
      <td className="action from-small">{button}</td>
    </tr>
  );
}

function Totals({ list }: { readonly list: PositionList }): ReactNode {
  return (
    <tfoot>
      <tr>
        <th scope="row" className="instrument">
          Total
        </th>
        <td className="from-small" colSpan={2} />
        <td className="from-medium" colSpan={2} />
        <td className="number from-wide">{formatAmount(list.realised)}</td>
        <td className="number from-wide">{formatAmount(list.unrealised)}</td>
        <td className="number">
          <Change rupees={list.pnl} />
        </td>
        <td className="action from-small" />
      </tr>
    </tfoot>
  );
}
