// Buys at the market, then leaves a stop and a target at the server, which stay when this program does not.
import { price } from "@kite/models";
import { connect } from "./connect.ts";

const { kite, close } = await connect();
const key = "NSE:INFY";
const instrument = await kite.marketData.findInstrument({ exchange: "NSE", tradingsymbol: "INFY" });
if (!instrument) throw new Error(`${key} is not listed`);

const entry = await kite.orders.placeAndConfirm({
  variety: "regular",
  exchange: "NSE",
  tradingsymbol: "INFY",
  transaction_type: "BUY",
  quantity: 5,
  product: "CNC",
  order_type: "MARKET",
  market_protection: 2,
});
if (entry.outcome !== "placed") throw new Error(`no position: the order is ${entry.outcome}`);
// Not until it is filled: what a cancelled order has bought in part needs its stop too.
const order = await kite.orders.waitForOrder(entry.order_id, { deadline: 30_000 });
const { average_price: paid, filled_quantity: quantity } = order;
if (quantity === 0) throw new Error(`nothing bought: ${order.status} ${order.status_message ?? ""}`);
const { [key]: now } = await kite.marketData.getLTP([key]);

const at = (factor: number) => price.roundToTick(price.round(paid * factor, 4), instrument.tick_size);
const { trigger_id } = await kite.gtt.placeGTT(
  kite.gtt.twoLegTrigger({
    exchange: "NSE",
    tradingsymbol: "INFY",
    last_price: now?.last_price ?? paid,
    tick_size: instrument.tick_size,
    transaction_type: "SELL",
    product: "CNC",
    lower: { trigger_value: at(0.97), price: at(0.965), quantity },
    upper: { trigger_value: at(1.05), price: at(1.05), quantity },
  }),
  { purpose: "exit" },
);
console.log(`bought ${quantity} at ₹${paid}; GTT ${trigger_id} sells at ₹${at(0.97)} or ₹${at(1.05)}`);
await close();
