import { memo, type ReactNode, useCallback, useState } from "react";
import { formatAmount, formatQuantity } from "../../shared/rupees.ts";
import { keyOf } from "../market/instrument-row.ts";
import { MovingPrice } from "../portfolio/moving-price.tsx";
import { positionActions } from "../portfolio/row-actions.ts";
import { RowLink } from "../portfolio/row-link.tsx";
import { RowMenu } from "../portfolio/row-menu.tsx";
import { RowMenuButton } from "../portfolio/row-menu-button.tsx";
import { isSameRow } from "../portfolio/same-row.ts";
import { Change } from "../summary/change.tsx";
import { SkeletonRows } from "../table/skeleton-rows.tsx";
import type { PositionList, PositionRow } from "./position-row.ts";
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
  { name: "Today", className: "number from-small" },
  { name: "P&L", className: "number" },
] as const;

/** One row for each position and product. */
export function PositionsTable({ list, labelledBy, onConvert }: PositionsTableProps): ReactNode {
  const [menu, setMenu] = useState<{ readonly row: PositionRow; readonly button: HTMLElement }>();
  const onMenu = useCallback((row: PositionRow, button: HTMLElement) => setMenu({ row, button }), []);
  const convert = menu && onConvert && menu.row.quantity !== 0 && (() => onConvert(menu.row));
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
            <th scope="col" className="action">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        {list ? (
          <tbody>
            {list.rows.map((row) => (
              <Row key={`${keyOf(row)}:${row.product}`} row={row} onMenu={onMenu} />
            ))}
          </tbody>
        ) : (
          <SkeletonRows rows={10} columns={[...columns.map(({ className }) => className), "action"]} />
        )}
        {list && <Totals list={list} />}
      </table>
      {menu && (
        <RowMenu
          name={nameOf(menu.row)}
          button={menu.button}
          actions={positionActions(menu.row)}
          extra={convert ? { name: "Convert", run: convert } : undefined}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  );
}

interface RowProps {
  readonly row: PositionRow;
  readonly onMenu: (row: PositionRow, button: HTMLElement) => void;
}

const Row: React.NamedExoticComponent<RowProps> = memo(({ row, onMenu }: RowProps): ReactNode => {
  const { exchange, product, quantity } = row;
  const closed = quantity === 0;
  const unit = unitOf(exchange, quantity);
  return (
    <tr className={closed ? "closed" : undefined}>
      <th scope="row" className="instrument">
        <span className="name-line">
          <RowLink row={row} /> <span className="exchange from-small">{exchange}</span>{" "}
          {closed && <span className="badge">Closed</span>}
        </span>
        <span className="beneath until-small">
          {exchange} · {product} · {formatQuantity(quantity)} {unit}
        </span>
      </th>
      <td className="product from-small">
        <span className="product-name">{product}</span>
      </td>
      <td className="number from-small">
        {formatQuantity(quantity)} <span className="unit">{unit}</span>
      </td>
      <td className="number from-medium">{closed ? "–" : formatAmount(row.average_price)}</td>
      <td className="number from-medium">
        <MovingPrice rupees={row.last_price} />
      </td>
      <td className="number from-wide">{formatAmount(row.realised)}</td>
      <td className="number from-wide">{formatAmount(row.unrealised)}</td>
      <td className="number from-small">
        <Change rupees={row.m2m} />
      </td>
      <td className="number">
        <Change rupees={row.pnl} />
        <span className="beneath until-medium">LTP {formatAmount(row.last_price)}</span>
      </td>
      <td className="action">
        <RowMenuButton row={row} name={nameOf(row)} onOpen={onMenu} />
      </td>
    </tr>
  );
}, isSameRow);
Row.displayName = "PositionRow";

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
        <td className="number from-small">
          <Change rupees={list.m2m} />
        </td>
        <td className="number">
          <Change rupees={list.pnl} />
        </td>
        <td className="action" />
      </tr>
    </tfoot>
  );
}

/** A position is told from another one in the same instrument by its product. */
const nameOf = ({ tradingsymbol, product }: PositionRow): string => `${tradingsymbol} ${product}`;
