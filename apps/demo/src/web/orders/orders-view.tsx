import type { ReactNode } from "react";
import { useFigures } from "../api/use-figures.ts";
import { useOrderNews } from "../live/use-order-news.ts";
import { ViewFrame } from "../shell/view-frame.tsx";
import { OrderBook } from "./book/order-book.tsx";
import { ordersFigures } from "./book/orders-figures.ts";
import { OrderPad } from "./pad/order-pad.tsx";
import { tradesFigures } from "./trades/trades-figures.ts";
import { TradesPanel } from "./trades/trades-panel.tsx";
import "../styles/orders.css";
import "../styles/placement.css";

/** Orders written, watched, changed and cancelled; and what came of them. */
export function OrdersView(): ReactNode {
  useOrderNews();
  const orders = useFigures(ordersFigures);
  const trades = useFigures(tradesFigures);
  return (
    <ViewFrame title="Orders" className="board orders" figures={[orders]}>
      <OrderPad book={orders.data} />
      <div className="board-tables">
        <OrderBook orders={orders.data} />
        <TradesPanel trades={trades.data} error={trades.error} at={trades.dataUpdatedAt} retry={trades.refetch} />
      </div>
    </ViewFrame>
  );
}
