// Follows an order from its placement to its end by the updates of the stream, and the book where the stream missed one.
import { once } from "node:events";
import { connect } from "./connect.ts";

const { kite, close } = await connect();
const ended = new AbortController();

let followed: string | undefined;
kite.ticker.on("order", ({ order, source }) => {
  console.log(`${source}: ${order.order_id} ${order.status}, ${order.filled_quantity} of ${order.quantity}`);
  if (order.order_id === followed && ["COMPLETE", "CANCELLED", "REJECTED"].includes(order.status)) ended.abort();
});
await kite.ticker.connect();

const { order_id } = await kite.orders.placeOrder({
  variety: "regular",
  exchange: "NSE",
  tradingsymbol: "INFY",
  transaction_type: "BUY",
  quantity: 1,
  product: "MIS",
  order_type: "LIMIT",
  price: 1300,
});
followed = order_id;
await kite.orders.cancelOrder({ variety: "regular", order_id });
if (!ended.signal.aborted) await once(ended.signal, "abort");
console.log("ended");
await close();
