import { expect, test } from "vitest";
import { groupOf } from "./group.ts";

test.each([
  ["GET /quote", "quote"],
  ["GET /quote/ohlc", "quote"],
  ["GET /quote/ltp", "quote"],
  ["GET /instruments/historical/408065/minute", "historical"],
  ["GET /instruments/NSE", "other"],
  ["POST /orders/regular", "order"],
  ["PUT /orders/co/1", "order"],
  ["DELETE /orders/regular/1", "order"],
  ["GET /orders", "other"],
  ["GET /orders/1/trades", "other"],
  ["POST /gtt/triggers", "other"],
  ["POST /session/token", "other"],
  ["GET /nowhere", "other"],
  ["GET /connect/login", undefined],
])("%s counts as %s", (request, group) => {
  const [method = "", path = ""] = request.split(" ");
  expect(groupOf(method, path)).toBe(group);
});
