import { Fragment, type ReactNode, useState } from "react";
import { formatAmount, formatQuantity } from "../../../shared/rupees.ts";
import { ChevronIcon } from "../../icons.tsx";
import { unitOf } from "../../positions/units.ts";
import { InstrumentName } from "../../table/instrument-name.tsx";
import { SkeletonRows } from "../../table/skeleton-rows.tsx";
import { indianTime } from "../../time.ts";
import { OrderHistory } from "./order-history.tsx";
import type { OrderRow } from "./order-row.ts";
import { Status } from "./status.tsx";

interface OrderTableProps {
  /** Undefined while they are on their way. */
  readonly orders: readonly OrderRow[] | undefined;
  readonly labelledBy: string;
  readonly onModify: (order: OrderRow) => void;
  readonly onCancel: (order: OrderRow) => void;
}

const columns = [
  { name: "Order, Indian time", className: "instrument" },
  { name: "Quantity", className: "number" },
  { name: "Price", className: "number from-small" },
  { name: "Status", className: "from-small" },
] as const;

/** One row for each order, the newest first; each opens to its history. */
export function OrderTable({ orders, labelledBy, onModify, onCancel }: OrderTableProps): ReactNode {
  const [open, setOpen] = useState<string>();
  return (
    <div className="table-frame">
      <table className="figures order-table" aria-labelledby={labelledBy}>
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
        {orders ? (
          <tbody>
            {orders.map((order) => (
              <Fragment key={order.order_id}>
                <Row
                  order={order}
                  isOpen={open === order.order_id}
                  onToggle={() => setOpen(open === order.order_id ? undefined : order.order_id)}
                  onModify={onModify}
                  onCancel={onCancel}
                />
                {open === order.order_id && (
                  <tr className="detail" id={`history-${order.order_id}`}>
                    <td colSpan={columns.length + 1}>
                      <OrderHistory order={order} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        ) : (
          <SkeletonRows rows={8} columns={[...columns.map(({ className }) => className), "action"]} />
        )}
      </table>
    </div>
  );
}

interface RowProps {
  readonly order: OrderRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onModify: (order: OrderRow) => void;
  readonly onCancel: (order: OrderRow) => void;
}

function Row({ order, isOpen, onToggle, onModify, onCancel }: RowProps): ReactNode {
  const { order_id, tradingsymbol, exchange, transaction_type, stage, quantity, filled_quantity, left } = order;
  const what = `${transaction_type === "BUY" ? "buy" : "sell"} ${tradingsymbol}`;
  // in two places, of which the width of the table shows one
  const buttons = stage === "open" && (
    <span className="order-actions">
      <button
        type="button"
        className="button small"
        onClick={() => onModify(order)}
        aria-label={`Change ${what}, order ${order_id}`}
      >
        Change
      </button>
      <button
        type="button"
        className="button small"
        onClick={() => onCancel(order)}
        aria-label={`Cancel ${what}, order ${order_id}`}
      >
        Cancel
      </button>
    </span>
  );
  return (
    <tr className={stage === "finished" && filled_quantity === 0 ? "closed" : undefined}>
      <th scope="row" className="instrument">
        <span className="name-line">
          <span className={`side ${transaction_type === "BUY" ? "buy" : "sell"}`}>{transaction_type}</span>
          <InstrumentName symbol={tradingsymbol} /> <span className="exchange">{exchange}</span>
          {order.variety !== "regular" && <span className="badge">{order.leg ?? order.variety.toUpperCase()}</span>}
        </span>
        <span className="beneath">
          {indianTime(order.at)} · {order.product}
          {order.validity !== "DAY" && ` · ${order.validity}`}
        </span>
      </th>
      <td className="number">
        {formatQuantity(filled_quantity)}{" "}
        <span className="unit">
          of {formatQuantity(quantity)} {unitOf(exchange, quantity)}
        </span>
        {filled_quantity > 0 && left > 0 && <span className="beneath">{formatQuantity(left)} open</span>}
        <span className="beneath until-small">
          <PriceWords order={order} />
        </span>
        <span className="beneath until-small">
          <Status order={order} />
        </span>
        {buttons && <span className="beneath until-small">{buttons}</span>}
      </td>
      <td className="number from-small">
        <PriceWords order={order} />
        {order.average_price > 0 && <span className="beneath">filled {formatAmount(order.average_price)}</span>}
      </td>
      <td className="from-small order-status">
        <Status order={order} />
        {order.status === "REJECTED" && <span className="status-why">{order.status_message}</span>}
      </td>
      <td className="action">
        <span className="from-small">{buttons}</span>{" "}
        <button
          type="button"
          className="button small icon-only"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `history-${order_id}` : undefined}
          onClick={onToggle}
          aria-label={`History of ${what}, order ${order_id}`}
          title="History"
        >
          <ChevronIcon />
        </button>
      </td>
    </tr>
  );
}

function PriceWords({ order: { order_type, price, trigger_price } }: { readonly order: OrderRow }): ReactNode {
  return (
    <>
      <span className="unit">{order_type}</span> {price > 0 && formatAmount(price)}
      {trigger_price > 0 && <span className="unit"> from {formatAmount(trigger_price)}</span>}
    </>
  );
}
