import type { PlaceOrderParams } from "@kite/orders";
import { expect, test } from "vitest";
import type { OrderRow } from "../../../shared/orders-api.ts";
import { intentOf, placedOrders } from "./intent.ts";

const order: PlaceOrderParams = {
  variety: "regular",
  exchange: "NSE",
  tradingsymbol: "INFY",
  transaction_type: "BUY",
  quantity: 1,
  product: "CNC",
  order_type: "LIMIT",
  price: 1400,
};
const row = (change: Partial<OrderRow>): OrderRow =>
  ({ ...order, tags: ["mine"], order_id: "1", ...change }) as OrderRow;

test("an order without a tag gets one that the exchange takes, another one each time", () => {
  const [one, other] = [intentOf(order, []), intentOf(order, [])];
  expect(one.tag).toMatch(/^[A-Z0-9]{12}$/);
  expect(one.order.tag).toBe(one.tag);
  expect(one.tag).not.toBe(other.tag);
  expect(intentOf({ ...order, tag: "mine" }, []).tag).toBe("mine");
});

test("is found again by what its tag begins with, and not mistaken for an earlier or another order with the same one", () => {
  const earlier = row({ order_id: "0" });
  const intent = intentOf({ ...order, tag: "mine" }, [earlier]);
  const slices = [row({ tags: ["mineXk3", "autoslice"] }), row({ order_id: "2", tags: ["mineXk3"] })];
  expect(placedOrders(intent, [...slices, earlier])).toEqual(slices);
  for (const change of [{ tags: [] }, { tags: ["other"] }, { tradingsymbol: "TCS" }, { transaction_type: "SELL" }]) {
    expect(placedOrders(intent, [row(change)])).toEqual([]);
  }
});
