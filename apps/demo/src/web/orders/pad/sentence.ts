import type { PlaceOrderParams } from "@kite/orders";
import { formatQuantity, formatRupees } from "../../../shared/rupees.ts";
import { unitOf } from "../../positions/units.ts";

/** Says an order in words: `Buy 10 shares of INFY on NSE for delivery (CNC), at ₹1,420.50 or better`. */
export function sentenceFor(order: PlaceOrderParams): string {
  const { transaction_type, quantity, exchange, tradingsymbol, product, variety } = order;
  const what = `${transaction_type === "BUY" ? "Buy" : "Sell"} ${formatQuantity(quantity)} ${unitOf(exchange, quantity)}`;
  const later = variety === "amo" ? ", in the next session" : "";
  const legs = variety === "iceberg" ? `, in ${order.iceberg_legs} legs` : "";
  return `${what} of ${tradingsymbol} on ${exchange} as ${product}, ${priceWords(order)}${legs}${later}`;
}

function priceWords({ order_type, price = 0, trigger_price = 0 }: PlaceOrderParams): string {
  if (order_type === "LIMIT") return `at ${formatRupees(price)} or better`;
  if (order_type === "SL") return `at ${formatRupees(price)} or better once ${formatRupees(trigger_price)} is reached`;
  if (order_type === "SL-M") return `at the market's price once ${formatRupees(trigger_price)} is reached`;
  return "at the market's price";
}
