import { expect, test } from "vitest";
import { readPattern } from "./pattern.ts";

test.each([
  ["*", "GET /", true],
  ["POST /orders/*", "POST /orders/regular", true],
  ["POST /orders/*", "POST /orders/", true],
  ["POST /orders/*", "POST /orders", false],
  ["POST /orders/*", "PUT /orders/regular", false],
  ["POST /orders/*", "POST /x/orders/regular", false],
  ["PUT|DELETE /orders/*", "PUT /orders/regular/1", true],
  ["PUT|DELETE /orders/*", "DELETE /orders/regular/1", true],
  ["PUT|DELETE /orders/*", "POST /orders/regular", false],
  ["* /orders*", "GET /orders", true],
  ["GET *", "GET /quote", true],
  ["GET /orders/*/trades", "GET /orders/1/trades", true],
  ["GET /orders/*/trades", "GET /orders/1/trade", false],
  ["GET /a.b", "GET /axb", false],
])("%s means %s: %s", (pattern, request, meant) => {
  const [method = "", path = ""] = request.split(" ");
  expect(readPattern(pattern)?.(method, path)).toBe(meant);
});

test.each(["", "/orders", "POST", "POST ", "post /orders", "POST orders", "POST| /orders", "POST /a b", "GET,PUT /a"])(
  "%j is no pattern",
  (text) => {
    expect(readPattern(text)).toBeUndefined();
  },
);
