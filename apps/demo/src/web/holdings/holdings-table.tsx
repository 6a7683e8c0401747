import { type ReactNode, useState } from "react";
import type { HoldingRow, HoldingTotals } from "../../shared/api.ts";
import { formatAmount, formatQuantity } from "../../shared/rupees.ts";
import { Change } from "../summary/change.tsx";
import { InstrumentName } from "../table/instrument-name.tsx";
import { SkeletonRows } from "../table/skeleton-rows.tsx";
import { nextSorting, type Sorting, sorted } from "../table/sort.ts";
import { SortHead } from "../table/sort-head.tsx";
import { badgesOf } from "./badges.ts";
import { type HoldingColumn, holdingColumns } from "./columns.ts";

interface HoldingsTableProps {
  /** Undefined while they are on their way. */
  readonly rows: readonly HoldingRow[] | undefined;
  /** Left out when the rows are not all of them. */
  readonly totals: HoldingTotals | undefined;
  readonly labelledBy: string;
}

/** One row for each holding; sorted by a click on a column's head. */
export function HoldingsTable({ rows, totals, labelledBy }: HoldingsTableProps): ReactNode {
  const [sorting, setSorting] = useState<Sorting<HoldingColumn>>({ column: "value", direction: "descending" });
  const facts = holdingColumns.find(({ column }) => column === sorting.column) ?? holdingColumns[0];
  const onSort = (column: HoldingColumn) => setSorting(nextSorting(sorting, column, column === "symbol"));
  return (
    <div className="table-frame">
      <table className="figures" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {holdingColumns.map(({ column, name, className }) => (
              <SortHead key={column} {...{ column, name, className, sorting, onSort }} />
            ))}
          </tr>
        </thead>
        {rows && facts ? (
          <tbody>
            {sorted(rows, facts.sortBy, sorting.direction).map((row) => (
              <Row key={`${row.exchange}:${row.tradingsymbol}`} row={row} />
            ))}
          </tbody>
        ) : (
          <SkeletonRows rows={12} columns={holdingColumns.map(({ className }) => className)} />
        )}
        {rows && totals && <Totals totals={totals} />}
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: HoldingRow }): ReactNode {
  return (
    <tr>
      <th scope="row" className="instrument">
        <span className="name-line">
          <InstrumentName symbol={row.tradingsymbol} /> <span className="exchange">{row.exchange}</span>{" "}
          {badgesOf(row).map(({ text, meaning }) => (
            <abbr key={text} className="badge" title={meaning}>
              {text}
            </abbr>
          ))}
        </span>
        <span className="beneath until-medium">
          {formatQuantity(row.units)} × {formatAmount(row.average_price)}
        </span>
      </th>
      <td className="number from-medium">{formatQuantity(row.units)}</td>
      <td className="number from-medium">{formatAmount(row.average_price)}</td>
      <td className="number from-medium">{formatAmount(row.last_price)}</td>
      <td className="number from-wide">{formatAmount(row.invested_amount)}</td>
      <td className="number">
        {formatAmount(row.current_value)}
        <span className="beneath until-medium">LTP {formatAmount(row.last_price)}</span>
      </td>
      <td className="number from-small">
        <Change rupees={row.today_pnl} percent={row.today_pnl_percent} stacked />
      </td>
      <td className="number">
        <Change rupees={row.total_pnl} percent={row.total_pnl_percent} stacked />
      </td>
    </tr>
  );
}

function Totals({ totals }: { readonly totals: HoldingTotals }): ReactNode {
  return (
    <tfoot>
      <tr>
        <th scope="row" className="instrument">
          Total
        </th>
        <td className="from-medium" colSpan={3} />
        <td className="number from-wide">{formatAmount(totals.invested_amount)}</td>
        <td className="number">{formatAmount(totals.current_value)}</td>
        <td className="number from-small">
          <Change rupees={totals.today_pnl} percent={totals.today_pnl_percent} stacked />
        </td>
        <td className="number">
          <Change rupees={totals.total_pnl} percent={totals.total_pnl_percent} stacked />
        </td>
      </tr>
    </tfoot>
  );
}
