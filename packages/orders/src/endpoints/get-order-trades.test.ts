import { expect, test } from "vitest";
import { trade, tradeWire } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { getOrderTrades } from "./get-order-trades.ts";

test("asks for one order's trades", async () => {
  const { kite, server } = await serving([succeeding([])]);
  expect(await getOrderTrades(kite, "1914227164488687616")).toEqual([]);
  expect(server.requests).toMatchObject([
    { method: "GET", path: "/orders/1914227164488687616/trades", query: [], body: "" },
  ]);
});

test("gives every fill, with times as Dates; raw keeps everything", async () => {
  const wire = [tradeWire, { ...tradeWire, trade_id: "10000001", more: 1 }];
  const { kite, warnings } = await serving([succeeding(wire)]);
  expect(await getOrderTrades(kite, "220303000308932")).toStrictEqual([trade, { ...trade, trade_id: "10000001" }]);
  expect((await getOrderTrades.raw(kite, "220303000308932")).data).toEqual(wire);
  expect(warnings).toEqual([]);
});

test("refuses an id that is no text, with nothing sent", async () => {
  const { kite, server } = await serving([succeeding([])]);
  const error = await caught(getOrderTrades(kite, 220303000308932 as unknown as string));
  expect(error.message).toMatch(/^getOrderTrades: order_id: must be a text/);
  expect(server.requests).toEqual([]);
});

test("hands on an error", async () => {
  const { kite } = await serving([failing(500, "GeneralException", "Something broke")]);
  expect(await caught(getOrderTrades(kite, "1"))).toMatchObject({ status: 500, code: "GeneralException" });
});
