import { getOrderHistory } from "@kite/orders";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatAmount, formatQuantity } from "../../../shared/rupees.ts";
import { kite } from "../../api/kite.ts";
import { Bone } from "../../states/bone.tsx";
import { wordsFor } from "../../states/problem.tsx";
import { indianTime } from "../../time.ts";
import { type HistoryStep, historyStep } from "./history-step.ts";
import type { OrderRow } from "./order-row.ts";
import { statusWords } from "./status.tsx";

/** What happened to an order, asked for when its row is opened, and again when the order has changed. */
export function OrderHistory({ order }: { readonly order: OrderRow }): ReactNode {
  const { order_id, status, filled_quantity, price, quantity, trigger_price } = order;
  const { data, error, refetch } = useQuery({
    queryKey: ["history", order_id, status, filled_quantity, price, quantity, trigger_price],
    queryFn: async ({ signal }) => (await getOrderHistory(kite, order_id, { signal })).map(historyStep),
    placeholderData: (previous) => previous,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <div className="history">
      <dl className="history-facts">
        <Fact name="Order" value={order_id} />
        <Fact name="At the exchange" value={order.exchange_order_id} />
        <Fact name="Tags" value={order.tags.join(", ")} />
      </dl>
      {error ? (
        <p className="history-problem" role="alert">
          {wordsFor(error).message} {wordsFor(error).advice}{" "}
          <button type="button" className="button small" onClick={() => refetch()}>
            Try again
          </button>
        </p>
      ) : (
        <ol className="steps">
          {data ? data.map((step, index) => <Step key={`${index}`} step={step} />) : <Outline />}
        </ol>
      )}
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }): ReactNode {
  return (
    value && (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    )
  );
}

function Step({ step }: { readonly step: HistoryStep }): ReactNode {
  const { at, status, status_message, quantity, filled_quantity, price, trigger_price } = step;
  const facts = [
    `${formatQuantity(filled_quantity)} of ${formatQuantity(quantity)}`,
    price > 0 && formatAmount(price),
    trigger_price > 0 && `from ${formatAmount(trigger_price)}`,
  ].filter(Boolean);
  return (
    <li>
      <time dateTime={at.toISOString()}>{indianTime(at)}</time>
      <span>
        <strong>{statusWords({ status, filled_quantity, stage: "open" })}</strong>
        {status_message && ` ${status_message}`}
      </span>
      <span className="step-facts">{facts.join(" · ")}</span>
    </li>
  );
}

/** As many lines as an order goes through that is filled at once. */
const Outline = (): ReactNode =>
  ["received", "validated", "sent", "open"].map((line) => (
    <li key={line}>
      <Bone width="7ch" />
      <Bone width="12ch" />
    </li>
  ));
