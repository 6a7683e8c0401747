import fc from "fast-check";
import { expect, test } from "vitest";
import { fillPath, formText, queryText } from "./url.ts";

test("encodes what the exchanges put into names", () => {
  expect(formText({ tradingsymbol: "M&M", i: "NSE:NIFTY 50", operator: ">=" })).toBe(
    "tradingsymbol=M%26M&i=NSE%3ANIFTY+50&operator=%3E%3D",
  );
});

test("repeats the key of a list and leaves undefined out", () => {
  expect(queryText({ i: ["NSE:INFY", "BSE:SENSEX"], from: undefined, oi: 0, continuous: false })).toBe(
    "?i=NSE%3AINFY&i=BSE%3ASENSEX&oi=0&continuous=false",
  );
  expect(queryText(undefined)).toBe("");
  expect(queryText({ a: undefined })).toBe("");
});

test("a decoder gets back what was put in", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ minLength: 1 }), fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 })),
      (fields) => {
        const decoded = new URLSearchParams(formText(fields));
        for (const [key, values] of Object.entries(fields)) expect(decoded.getAll(key)).toEqual(values);
      },
    ),
  );
});

test("a value in a path cannot reach another route", () => {
  expect(fillPath("/orders/{variety}/{order_id}", { variety: "regular", order_id: "../../user" })).toBe(
    "/orders/regular/..%2F..%2Fuser",
  );
  expect(() => fillPath("/orders/{order_id}", { order_id: ".." })).toThrow("order_id");
  expect(() => fillPath("/orders/{order_id}", { order_id: "" })).toThrow("order_id");
  expect(() => fillPath("/orders/{order_id}", {})).toThrow("order_id");
});
