import { inspect } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readText } from "./text-message.ts";

const read = (message: unknown) => readText(JSON.stringify(message));

test("sorts messages by what they are about", () => {
  expect(read({ type: "order", id: "", data: { order_id: "1" } })).toEqual({ type: "order", data: { order_id: "1" } });
  expect(read({ type: "error", data: "no such token" })).toEqual({ type: "error", data: "no such token" });
  expect(read({ type: "message", data: "markets close early" })).toEqual({
    type: "message",
    data: "markets close early",
  });
  expect(read({ type: "instruments_meta", data: { count: 99_000, etag: 'W/"6"' } })).toEqual({
    type: "instruments_meta",
    data: { count: 99_000, etag: 'W/"6"' },
  });
  expect(read({ type: "app_code", timestamp: "2025-08-04T13:50:28+05:30" })).toEqual({
    type: "app_code",
    timestamp: new Date("2025-08-04T08:20:28Z"),
  });
});

test.each([
  { type: "shiny_new_type", data: [1] },
  { type: 5 },
  {},
  { type: "error" },
  { type: "message", data: { text: "hello" } },
  { type: "instruments_meta" },
  { type: "instruments_meta", data: { count: "99000", etag: "6" } },
  { type: "app_code" },
  { type: "app_code", timestamp: "soon" },
])("gives %j as it came", (message) => {
  expect(read(message)).toEqual({ type: "unknown", message });
});

test("an order without a payload is still one: the reader of orders tells that it is lost", () => {
  expect(read({ type: "order" })).toEqual({ type: "order", data: undefined });
});

test.each(["", "{", "null", "[]", "5", '"order"', "<html>"])("%j is reported, not thrown", (text) => {
  const message = readText(text);
  if (message.type !== "unreadable") throw new Error(`read as ${message.type}`);
  expect(message.error.code).toBe("MalformedAnswer");
  expect(message.error.answer()).toBe(text);
});

test("what cannot be read is not quoted: it may be part of an order", () => {
  const message = readText('{"type":"order","data":{"account_id":"AB1234"');
  expect(inspect(message, { depth: 9, showHidden: true })).not.toContain("AB1234");
  expect(inspect(message)).toContain("45 characters");
});

test("takes any text and any JSON", () => {
  const typed = fc
    .record({
      type: fc.constantFrom("order", "error", "message", "instruments_meta", "app_code"),
      data: fc.jsonValue(),
      timestamp: fc.oneof(fc.jsonValue(), fc.constant({ toString: 1 })),
    })
    .map((message) => JSON.stringify(message));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), typed), (text) => {
      expect(readText(text).type).toBeTypeOf("string");
    }),
  );
});
