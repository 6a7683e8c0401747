import type { HoldingsSummary } from "@kite/portfolio";
import { memo, type ReactNode, useCallback, useState } from "react";
import { formatAmount, formatQuantity } from "../../shared/rupees.ts";
import { keyOf } from "../market/instrument-row.ts";
import { MovingPrice } from "../portfolio/moving-price.tsx";
import { holdingActions } from "../portfolio/row-actions.ts";
import { RowLink } from "../portfolio/row-link.tsx";
import { RowMenu } from "../portfolio/row-menu.tsx";
import { RowMenuButton } from "../portfolio/row-menu-button.tsx";
import { isSameRow } from "../portfolio/same-row.ts";
import { Change } from "../summary/change.tsx";
import { SkeletonRows } from "../table/skeleton-rows.tsx";
import { nextSorting, type Sorting, sorted } from "../table/sort.ts";
import { SortHead } from "../table/sort-head.tsx";
import { useSteadyOrder } from "../table/use-steady-order.ts";
import { badgesOf } from "./badges.ts";
import { type HoldingColumn, holdingColumns } from "./columns.ts";
import type { HoldingRow } from "./holding-row.ts";

interface HoldingsTableProps {
  /** Undefined while they are on their way. */
  readonly rows: readonly HoldingRow[] | undefined;
  /** When the rows were asked for: they keep their places until they are asked for again. */
  readonly at: number;
  /** Left out when the rows are not all of them. */
  readonly totals: HoldingsSummary | undefined;
  readonly labelledBy: string;
}

/** One row for each holding; sorted by a click on a column's head. */
export function HoldingsTable({ rows = nothing, at, totals, labelledBy }: HoldingsTableProps): ReactNode {
  const [sorting, setSorting] = useState<Sorting<HoldingColumn>>({ column: "value", direction: "descending" });
  const [menu, setMenu] = useState<{ readonly row: HoldingRow; readonly button: HTMLElement }>();
  const onMenu = useCallback((row: HoldingRow, button: HTMLElement) => setMenu({ row, button }), []);
  const { column: by, direction } = sorting;
  const sortBy = holdingColumns.find(({ column }) => column === by)?.sortBy ?? (() => 0);
  const inOrder = useSteadyOrder(rows, keyOf, (all) => sorted(all, sortBy, direction), `${at} ${by} ${direction}`);
  const onSort = (column: HoldingColumn) => setSorting(nextSorting(sorting, column, column === "symbol"));
  return (
    <div className="table-frame">
      <table className="figures" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {holdingColumns.map(({ column, name, className }) => (
              <SortHead key={column} {...{ column, name, className, sorting, onSort }} />
            ))}
            <th scope="col" className="action">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        {rows === nothing ? (
          <SkeletonRows rows={12} columns={[...holdingColumns.map(({ className }) => className), "action"]} />
        ) : (
          <tbody>
            {inOrder.map((row) => (
              <Row key={keyOf(row)} row={row} onMenu={onMenu} />
            ))}
          </tbody>
        )}
        {totals && <Totals totals={totals} />}
      </table>
      {menu && (
        <RowMenu
          name={menu.row.tradingsymbol}
          button={menu.button}
          actions={holdingActions(menu.row)}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  );
}

const nothing: readonly HoldingRow[] = [];

interface RowProps {
  readonly row: HoldingRow;
  readonly onMenu: (row: HoldingRow, button: HTMLElement) => void;
}

const Row: React.NamedExoticComponent<RowProps> = memo(
  ({ row, onMenu }: RowProps): ReactNode => (
    <tr>
      <th scope="row" className="instrument">
        <span className="name-line">
          <RowLink row={row} /> <span className="exchange">{row.exchange}</span>{" "}
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
      <td className="number from-medium">
        <MovingPrice rupees={row.last_price} />
      </td>
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
      <td className="action">
        <RowMenuButton row={row} name={row.tradingsymbol} onOpen={onMenu} />
      </td>
    </tr>
  ),
  isSameRow,
);
Row.displayName = "HoldingRow";

function Totals({ totals }: { readonly totals: HoldingsSummary }): ReactNode {
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
        <td className="action" />
      </tr>
    </tfoot>
  );
}
