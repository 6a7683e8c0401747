import { cancelMFOrder, type MFOrder } from "@kite/mf";
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { formatQuantity, formatRupees } from "../../shared/rupees.ts";
import { kite } from "../api/kite.ts";
import { Empty } from "../states/empty.tsx";
import { SkeletonRows } from "../table/skeleton-rows.tsx";
import { indianMoment } from "../time.ts";
import type { Leaving } from "./cancel-dialog.tsx";
import { navText, orderState } from "./fund-words.ts";

const CancelDialog = lazy(() => import("./cancel-dialog.tsx"));

const columns = ["instrument", "number", "from-small", "action"];

/** Orders of the last days, the newest first. Undefined while they are on their way. */
export function FundOrdersPanel({ orders }: { readonly orders: readonly MFOrder[] | undefined }): ReactNode {
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [leaving, setLeaving] = useState<Leaving>();
  const closeDialog = (isCancelled: boolean) => {
    setLeaving(undefined);
    // the button that had the focus goes away
    if (isCancelled) setTimeout(() => title.current?.focus());
  };
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading} ref={title} tabIndex={-1}>
          Orders <span className="count">{orders?.length}</span>
        </h2>
        <span className="panel-note">last seven days</span>
      </div>
      {orders?.length === 0 ? (
        <Empty title="No orders in the last seven days">What you buy and redeem appears here.</Empty>
      ) : (
        <div className="table-frame">
          <table className="figures fund-table" aria-labelledby={heading}>
            <thead>
              <tr>
                <th scope="col">Order, Indian time</th>
                <th scope="col" className="number">
                  Size
                </th>
                <th scope="col" className="from-small">
                  State
                </th>
                <th scope="col" className="action">
                  <span className="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            {orders ? (
              <tbody>
                {orders.map((order) => (
                  <Row key={order.order_id} order={order} onCancel={() => setLeaving(leavingOf(order))} />
                ))}
              </tbody>
            ) : (
              <SkeletonRows rows={4} columns={columns} />
            )}
          </table>
        </div>
      )}
      {leaving && (
        <Suspense>
          <CancelDialog leaving={leaving} onClose={closeDialog} />
        </Suspense>
      )}
    </section>
  );
}

function Row({ order, onCancel }: { readonly order: MFOrder; readonly onCancel: () => void }): ReactNode {
  const { fund, status, status_message, order_timestamp, transaction_type, variety, purchase_type } = order;
  const { text, tone } = orderState(order);
  const state = (
    <>
      <span className={`status ${tone}`}>{text}</span>
      {status_message && <span className="status-why">{status_message}</span>}
    </>
  );
  return (
    <tr className={status === "CANCELLED" ? "closed" : undefined}>
      <th scope="row" className="instrument">
        <span className="name-line">
          <span className={`side ${transaction_type === "BUY" ? "buy" : "sell"}`}>
            {transaction_type === "BUY" ? "BUY" : "REDEEM"}
          </span>
          <span className="fund-name">{fund}</span>
        </span>
        <span className="fund-note">
          {indianMoment(order_timestamp)}
          {variety !== "regular" && " · by a SIP"}
          {purchase_type === "ADDITIONAL" && " · additional"}
        </span>
        <span className="until-small">{state}</span>
      </th>
      <td className="number">
        {sizeText(order)}
        {order.average_price > 0 && <span className="beneath">at {navText(order.average_price)}</span>}
      </td>
      <td className="from-small">{state}</td>
      <td className="action">
        {status === "OPEN" && (
          <button
            type="button"
            className="button small"
            onClick={onCancel}
            aria-label={`Cancel the order for ${fund}, ${sizeText(order)}`}
          >
            Cancel
          </button>
        )}
      </td>
    </tr>
  );
}

const sizeText = ({ transaction_type, amount, quantity }: MFOrder): string =>
  transaction_type === "BUY" ? formatRupees(amount) : `${formatQuantity(quantity)} units`;

const leavingOf = (order: MFOrder): Leaving => ({
  what: "order",
  fund: order.fund,
  sentence: `${order.transaction_type === "BUY" ? "buy for" : "redeem"} ${sizeText(order)}`,
  cancel: () => cancelMFOrder(kite, order.order_id),
});
