import type { PlaceOrderParams } from "@kite/orders";
import type { Browser } from "./browser.ts";

/** An order that is taken and stays open: at the day's lowest price. */
export async function restingOrder(
  browser: Browser,
  origin: string,
): Promise<PlaceOrderParams & { readonly autoslice?: false }> {
  const { data } = (await browser.ask(`${origin}/kite/quote?i=NSE:INFY`)).json();
  return {
    variety: "regular",
    exchange: "NSE",
    tradingsymbol: "INFY",
    transaction_type: "BUY",
    quantity: 1,
    product: "CNC",
    order_type: "LIMIT",
    price: data["NSE:INFY"].lower_circuit_limit,
  };
}
