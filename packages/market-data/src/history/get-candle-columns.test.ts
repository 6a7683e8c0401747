import { createClient } from "@kite/core";
import { nodeTransport } from "@kite/core/node";
import { expect, test } from "vitest";
import { getHistoricalData } from "../endpoints/get-historical-data.ts";
import { caught } from "../testing/caught.ts";
import { clockOf, fakeHistory } from "../testing/fake-history.ts";
import { failing, serving, succeeding } from "../testing/serving.ts";
import { columnsOf } from "./candle-columns.ts";

const rows = [
  ["2017-12-15T09:15:00+0530", 1704.5, 1705, 1699.25, 1702.8, 2499],
  ["2017-12-15T09:16:00+0530", 1702, 1702, 1698.15, 1698.15, 1271],
];
const params = { instrument_token: 5633, interval: "minute", from: "2017-12-15", to: "2017-12-15" } as const;
const quarter = { ...params, from: "2024-01-01", to: "2024-03-31" };
const columns = true;

test("columns hold what objects hold, whatever moves the bytes", async () => {
  const { kite, server } = await serving(succeeding({ candles: rows }));
  const transport = nodeTransport();
  const pooled = createClient({ apiKey: "key", accessToken: "t", environment: server.environment, transport });
  const objects = await getHistoricalData(kite, params);
  for (const client of [kite, pooled]) {
    expect(await getHistoricalData(client, params, { columns })).toStrictEqual(columnsOf(objects));
  }
  expect(server.requests.map(({ query }) => query)).toEqual(Array(3).fill(server.requests[0]?.query));
  await transport.close();
});

test("a transport that knows of no readers gives columns too", async () => {
  const mornings = Array.from({ length: 91 }, (_, day) => clockOf("2024-01-01 09:15:00") + day * 86_400);
  const { kite } = fakeHistory(mornings);
  const heard: unknown[] = [];
  const options = { columns, onProgress: (progress: unknown) => heard.push(progress) } as const;
  const candles = await getHistoricalData(kite, { ...quarter, oi: true }, options);
  expect([...candles.open]).toEqual(mornings);
  expect(candles.oi).toEqual(new Float64Array(91));
  expect(heard).toEqual([
    { done: 1, total: 2, candles: 59 },
    { done: 2, total: 2, candles: 91 },
  ]);
});

test("a candle of the neighbouring window is there once, and parts with and without open interest are joined", async () => {
  const { kite } = await serving(({ query }) =>
    query[0]?.[1].startsWith("2024-01")
      ? succeeding({
          candles: [
            ["2024-02-28T09:15:00+0530", 1, 1, 1, 1, 1],
            ["2024-02-29T00:00:00+0530", 2, 2, 2, 2, 2],
          ],
        })
      : succeeding({ candles: [["2024-02-29T00:00:00+0530", 2, 2, 2, 2, 2, 7]] }),
  );
  const candles = await getHistoricalData(kite, quarter, { columns });
  expect(candles).toMatchObject({ length: 2, open: Float64Array.of(1, 2), oi: Float64Array.of(Number.NaN, 7) });
});

test("an odd row is left out and reported, or an error where validation is strict", async () => {
  const odd = succeeding({ candles: [rows[0], ["soon", 1, 1, 1, 1, 1], rows[1]] });
  const { kite, warnings } = await serving(odd);
  expect((await getHistoricalData(kite, params, { columns })).volume).toEqual(Float64Array.of(2499, 1271));
  expect(warnings).toEqual([expect.stringMatching(/^getHistoricalData: data\.candles\[1\]: /)]);
  const strict = await serving(odd, { validate: "strict" });
  expect(await caught(getHistoricalData(strict.kite, params, { columns }))).toMatchObject({ code: "SchemaMismatch" });
  const off = await serving(odd, { validate: "off" });
  expect((await getHistoricalData(off.kite, params, { columns })).length).toBe(2);
});

test("errors are those of the call for objects", async () => {
  const refused = await serving(failing(400, "InputException", "invalid token"));
  expect(await caught(getHistoricalData(refused.kite, params, { columns }))).toMatchObject({ code: "InputException" });
  const cut = await serving({
    text: '{"status":"success","data":{"candles":[["2017-12-15T09:',
    headers: { "content-type": "application/json" },
  });
  expect(await caught(getHistoricalData(cut.kite, params, { columns }))).toMatchObject({ code: "MalformedAnswer" });
  const wrong = getHistoricalData(cut.kite, { ...params, from: "soon" }, { columns });
  expect((await caught(wrong)).message).toMatch(/^getHistoricalData: from: /);
});
