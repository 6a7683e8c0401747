import type { Order } from "@kite/orders";
import { expect, test } from "vitest";
import { orderRow, stageOf } from "./order-row.ts";

const order = {
  status: "OPEN",
  quantity: 10,
  filled_quantity: 4,
  pending_quantity: 0,
  order_timestamp: new Date(0),
  meta: {},
  tag: null,
} as Order;

test.each([
  ["OPEN", "open"],
  ["TRIGGER PENDING", "open"],
  ["AMO REQ RECEIVED", "open"],
  ["COMPLETE", "finished"],
  ["CANCELLED AMO", "finished"],
  ["MODIFY PENDING", "on-its-way"],
  ["PUT ORDER REQ RECEIVED", "on-its-way"],
  ["SOMETHING NEW", "on-its-way"],
])("an order that is %s is %s", (status, stage) => {
  expect(stageOf(status)).toBe(stage);
});

test("what is left goes by what is filled, and is nothing once the order is finished", () => {
  expect(orderRow(order).left).toBe(6);
  expect(orderRow({ ...order, status: "CANCELLED", pending_quantity: 6 }).left).toBe(0);
});

test("a tag is among the tags, once, and a leg says which it is", () => {
  expect(orderRow({ ...order, tag: "mine" }).tags).toEqual(["mine"]);
  expect(orderRow({ ...order, tag: "mine", tags: ["mine", "mktp"] }).tags).toEqual(["mine", "mktp"]);
  const iceberg = { leg: 2, legs: 5, leg_quantity: 2, total_quantity: 10, remaining_quantity: 6 };
  expect(orderRow({ ...order, meta: { iceberg } }).leg).toBe("leg 2 of 5");
  expect(orderRow({ ...order, meta: "" }).leg).toBeNull();
});
