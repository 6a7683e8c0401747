import { expect, test } from "vitest";
import { requireCredential, requireOneOf, requireQuantity, requireText } from "./input.ts";

test("names the field and shows what it got", () => {
  expect(() => requireQuantity("quantity", -5)).toThrow("quantity: must be a whole number of at least 1, got -5");
  expect(() => requireQuantity("quantity", 1.5)).toThrow("got 1.5");
  expect(() => requireQuantity("quantity", "10")).toThrow('got "10"');
  expect(() => requireQuantity("quantity", Number.NaN)).toThrow("got NaN");
  expect(() => requireOneOf("segment", "equities", ["equity", "commodity"])).toThrow(
    'segment: must be one of equity, commodity, got "equities"',
  );
  expect(() => requireText("tradingsymbol", " ")).toThrow("tradingsymbol: must be a text that is not empty");
  expect(requireQuantity("quantity", 10)).toBe(10);
});

test("a refused argument is an error that says nothing was sent", () => {
  expect(() => requireText("isin", undefined)).toThrow(
    expect.objectContaining({ code: "InvalidInput", outcome: "not-sent", retryable: false }),
  );
});

test.each(["s3 cret", "s3cret\n", "s3cret\r\nX-Evil: 1", "s3crét", "", undefined, 7])(
  "refuses %j as a credential without showing it",
  (value) => {
    let message = "";
    try {
      requireCredential("accessToken", value);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(/^accessToken: /);
    expect(message).not.toContain("s3");
  },
);
