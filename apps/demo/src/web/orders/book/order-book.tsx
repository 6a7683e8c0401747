import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Empty } from "../../states/empty.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { ModifyDialog } from "./modify-dialog.tsx";
import type { OrderRow } from "./order-row.ts";
import { OrderTable } from "./order-table.tsx";

interface OrderBookProps {
  /** Undefined while it is on its way. */
  readonly orders: readonly OrderRow[] | undefined;
}

const filters = [
  { filter: "all", name: "All" },
  { filter: "open", name: "Open" },
] as const;

/** The orders of the day, with what can be done about them. */
export function OrderBook({ orders }: OrderBookProps): ReactNode {
  const [filter, setFilter] = useState<"all" | "open">("all");
  const [asked, setAsked] = useState<{ readonly order: OrderRow; readonly wish: "modify" | "cancel" }>();
  const title = useRef<HTMLHeadingElement>(null);
  const heading = useId();
  const group = useId();
  const shown = filter === "all" ? orders : orders?.filter(({ stage }) => stage !== "finished");
  const opened = useRef<Element>(null);
  const closeDialog = (opener: Element | null) => {
    opened.current = opener;
    setAsked(undefined);
  };
  useEffect(() => {
    if (!opened.current || opened.current.isConnected || document.activeElement !== document.body) return;
    // an order that is finished has no button any more that the focus could be on
    opened.current = null;
    title.current?.focus();
  });
  const Dialog = asked?.wish === "modify" ? ModifyDialog : CancelDialog;
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading} ref={title} tabIndex={-1}>
          Order book <span className="count">{shown?.length}</span>
        </h2>
        <fieldset className="segmented">
          <legend className="visually-hidden">Which orders</legend>
          {filters.map(({ filter: value, name }) => (
            <label key={value}>
              <input type="radio" name={group} checked={filter === value} onChange={() => setFilter(value)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {shown?.length === 0 ? (
        <Empty title={filter === "all" ? "No orders today" : "No open orders"}>
          {filter === "all" ? "What you place appears here, and is gone tomorrow." : "Nothing waits for a price."}
        </Empty>
      ) : (
        <OrderTable
          orders={shown}
          labelledBy={heading}
          onModify={(order) => setAsked({ order, wish: "modify" })}
          onCancel={(order) => setAsked({ order, wish: "cancel" })}
        />
      )}
      {asked && <Dialog order={asked.order} onClose={closeDialog} />}
    </section>
  );
}
