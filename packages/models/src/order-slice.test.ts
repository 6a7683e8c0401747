import { expect, test } from "vitest";
import { isSlice, readSlice } from "./order-slice.ts";

const error = { code: 400, error_type: "InputException", message: "Invalid quantity.", data: { hints: ["x"] } };

test("a slice is an order or the reason why it is none; other fields are dropped", () => {
  expect(readSlice({ order_id: "220303000308932", more: 1 })).toEqual({ order_id: "220303000308932" });
  expect(readSlice({ error, status: "error" })).toEqual({ error });
  expect(isSlice(readSlice({ error }))).toBe(true);
});

test.each([[null], ["text"], [{}], [{ order_id: 5 }], [{ error: "no" }], [{ error: { ...error, code: "400" } }]])(
  "%j is no slice, and stays as it came",
  (odd) => {
    expect(readSlice(odd)).toBe(odd);
    expect(isSlice(odd)).toBe(false);
  },
);
