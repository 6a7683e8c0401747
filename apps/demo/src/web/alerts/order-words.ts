import type { AlertBasket, AlertBasketParams } from "@kite/alerts";
import { formatAmount, formatQuantity } from "../../shared/rupees.ts";
import { unitOf } from "../positions/units.ts";

type Items = AlertBasket["items"] | AlertBasketParams["items"];

/** Says an order of a basket in a sentence: `Then buys 5 shares of INFY at the market price, CNC`. */
export function orderSentence({ exchange, tradingsymbol, params }: Items[number]): string {
  const { transaction_type, quantity, order_type, price = 0, product } = params;
  const verb = transaction_type === "BUY" ? "buys" : transaction_type === "SELL" ? "sells" : transaction_type;
  const at =
    order_type === "MARKET" ? "at the market price" : price > 0 ? `at ${formatAmount(price)} or better` : order_type;
  return `Then ${verb} ${formatQuantity(quantity)} ${unitOf(exchange, quantity)} of ${tradingsymbol} ${at}, ${product}`;
}
