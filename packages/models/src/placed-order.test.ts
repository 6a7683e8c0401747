import { parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { PlacedOrderSchema } from "./placed-order.ts";

const error = { code: 400, error_type: "MarginException", message: "Insufficient funds.", data: null };
const order_id = "1914227164488687616";

test("reads a plain order, and drops what is not documented", () => {
  expect(parse(PlacedOrderSchema, { order_id, more: 1 })).toStrictEqual({ order_id });
});

test("an order stays an order when its slices are null", () => {
  expect(parse(PlacedOrderSchema, { order_id, children: null })).toStrictEqual({ order_id });
});

test("reads an umbrella with slices, the refused ones too", () => {
  const children = [{ order_id: "1914227164488687617" }, { error }, { order_id: "220303000308932" }];
  expect(parse(PlacedOrderSchema, { order_id, children })).toStrictEqual({ order_id, children });
});

test("reads slices alone, under an umbrella that is not known", () => {
  const children = [{ order_id }, { error }];
  expect(parse(PlacedOrderSchema, children)).toStrictEqual({ order_id: null, children });
});

test("reads an umbrella without slices", () => {
  expect(parse(PlacedOrderSchema, { order_id, children: [] })).toStrictEqual({ order_id, children: [] });
});

test("one odd slice hides no other", () => {
  const { output, issues } = safeParse(PlacedOrderSchema, [{ order_id: 5 }, { error: "no" }, null, { order_id }]);
  expect(issues?.map(({ message }) => message)).toEqual(["children[0]: Expected an order"]);
  expect(output).toEqual({ order_id: null, children: [{ order_id: 5 }, { error: "no" }, null, { order_id }] });
});

test.each([
  [null],
  ["220303000308932"],
  [{}],
  [{ order_id: null }],
  [{ order_id: 220303000308932 }],
  [{ children: null }],
  [{ order_id: 5, children: [] }],
])("%j is no answer to an order", (answer) => {
  expect(safeParse(PlacedOrderSchema, answer).success).toBe(false);
});
