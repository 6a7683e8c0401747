import { expect, test, vi } from "vitest";
import { getHistoricalData } from "../endpoints/get-historical-data.ts";
import { caught } from "../testing/caught.ts";
import { serving, succeeding } from "../testing/serving.ts";

// As a page finds it whose files were replaced by those of a newer version.
vi.mock("./scanned-parts.ts", () => {
  throw new Error("no such file");
});

const params = { instrument_token: 5633, interval: "day", from: "2017-12-15", to: "2017-12-15" } as const;

test("candles are there without the part that reads them quickly; columns are not", async () => {
  const { kite } = await serving(succeeding({ candles: [["2017-12-15T00:00:00+0530", 1, 4, 1, 2, 9]] }));
  expect(await getHistoricalData(kite, params)).toStrictEqual([
    { date: new Date("2017-12-14T18:30:00Z"), open: 1, high: 4, low: 1, close: 2, volume: 9 },
  ]);
  const error = await caught(getHistoricalData(kite, params, { columns: true }));
  expect(error).toMatchObject({ code: "ConnectionFailed", retryable: true });
});
