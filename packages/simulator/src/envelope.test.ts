import { expect, test } from "vitest";
import { failure, success } from "./envelope.ts";
import { invalid } from "./refusal.ts";

test("wraps data, and keeps the sign of a negative zero", async () => {
  const response = success({ payout: -0, net: 0, text: "₹" });
  const text = await response.text();
  expect(text).toBe('{"status":"success","data":{"payout":-0,"net":0,"text":"₹"}}');
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(response.headers.get("content-length")).toBe(String(new TextEncoder().encode(text).length));
});

test("says what was wrong, with data null", async () => {
  const response = failure(invalid("product"));
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    status: "error",
    message: "Invalid `product`.",
    data: null,
    error_type: "InputException",
  });
});
