import { expect, test } from "vitest";
import { trade, tradeWire } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { getTrades } from "./get-trades.ts";

test("asks for the trades of the day", async () => {
  const { kite, server } = await serving([succeeding([])]);
  expect(await getTrades(kite)).toEqual([]);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/trades", query: [], body: "" }]);
});

test("completes the time of the order with the day of the fill; raw keeps the time alone", async () => {
  const wire = [{ ...tradeWire, more: 1 }];
  const { kite, warnings } = await serving([succeeding(wire)]);
  expect(await getTrades(kite)).toStrictEqual([trade]);
  expect((await getTrades.raw(kite)).data).toEqual(wire);
  expect(warnings).toEqual([]);
});

test("takes `filled` for the quantity", async () => {
  const { quantity, ...row } = tradeWire;
  const { kite, warnings } = await serving([succeeding([{ ...row, filled: 7 }])]);
  expect(await getTrades(kite)).toStrictEqual([{ ...trade, quantity: 7 }]);
  expect(warnings).toEqual([]);
});

test("reports a field of a wrong type with its place", async () => {
  const { kite, warnings } = await serving([succeeding([tradeWire, { ...tradeWire, average_price: "1" }])]);
  expect(await getTrades(kite)).toEqual([trade, { ...trade, average_price: "1" }]);
  expect(warnings).toEqual([expect.stringMatching(/^getTrades: data\[1\]\.average_price: /)]);
});

test("hands on an error", async () => {
  const { kite } = await serving([failing(403, "TokenException", "Incorrect `api_key` or `access_token`.")]);
  expect(await caught(getTrades(kite))).toMatchObject({ code: "TokenException", status: 403 });
});
