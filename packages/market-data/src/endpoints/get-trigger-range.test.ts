import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { asked, failing, serving, succeeding } from "../testing/serving.ts";
import { type GetTriggerRangeParams, getTriggerRange } from "./get-trigger-range.ts";

const range = { instrument_token: 0, lower: 1075.599, upper: 1138.869 };
const params = { transaction_type: "BUY", instruments: ["NSE:INFY", "NSE:NIFTY 50"] } as const;

test("asks by the side in small letters, and gives what Kite knows by key", async () => {
  const { kite, server } = await serving(succeeding({ "NSE:INFY": { ...range, percentage: 5 } }));
  expect(await getTriggerRange(kite, params)).toStrictEqual({ "NSE:INFY": range });
  expect(server.requests).toMatchObject([{ method: "GET", path: "/instruments/trigger_range/buy" }]);
  expect(asked(server.requests[0], "i")).toEqual(["NSE:INFY", "NSE:NIFTY 50"]);
  const raw = await getTriggerRange.raw(kite, { ...params, transaction_type: "SELL" });
  expect(raw.data).toEqual({ "NSE:INFY": { ...range, percentage: 5 } });
  expect(server.requests[1]?.path).toBe("/instruments/trigger_range/sell");
});

test.each([
  [{ ...params, transaction_type: "buy" }, /^getTriggerRange: transaction_type: /],
  [{ ...params, instruments: ["INFY"] }, /^getTriggerRange: instruments\[0\]: /],
  [{ ...params, instruments: [] }, /^getTriggerRange: instruments: /],
])("refuses %j", async (wrong, message) => {
  const { kite, server } = await serving(succeeding({}));
  expect((await caught(getTriggerRange(kite, wrong as GetTriggerRangeParams))).message).toMatch(message);
  expect(server.requests).toEqual([]);
});

test("a route that is gone is an error", async () => {
  const { kite } = await serving(failing(404, "GeneralException", "Route not found"));
  expect(await caught(getTriggerRange(kite, params))).toMatchObject({ status: 404, code: "GeneralException" });
});
