import type { KiteClient } from "@kite/core";
import { getLTP } from "@kite/market-data";
import type { PlaceOrderParams } from "@kite/orders";

/** An order that is taken and rests, below the market. */
export async function restingOrder(client: KiteClient): Promise<PlaceOrderParams> {
  const { last_price = 0 } = (await getLTP(client, ["NSE:INFY"]))["NSE:INFY"] ?? {};
  return {
    ...{ variety: "regular", exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: 1 },
    ...{ product: "CNC", order_type: "LIMIT", price: Math.floor(last_price * 0.95) },
  };
}
