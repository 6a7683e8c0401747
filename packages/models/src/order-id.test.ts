import { parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { OrderIdSchema } from "./order-id.ts";

test.each(["220303000308932", "1914227164488687616"])("keeps %s as text", (order_id) => {
  expect(parse(OrderIdSchema, { order_id })).toStrictEqual({ order_id });
});

test("an id that was read as a number has lost its end, and is no id", () => {
  expect(safeParse(OrderIdSchema, JSON.parse('{"order_id":1914227164488687616}')).success).toBe(false);
});
