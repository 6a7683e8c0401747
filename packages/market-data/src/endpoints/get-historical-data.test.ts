import { createKite } from "@kite/core";
import { expect, test } from "vitest";
import type { GetHistoricalDataParams } from "../history/params.ts";
import { caught } from "../testing/caught.ts";
import { clockOf, fakeHistory } from "../testing/fake-history.ts";
import { failing, serving, succeeding } from "../testing/serving.ts";
import { getHistoricalData } from "./get-historical-data.ts";

const wire = ["2017-12-15T09:15:00+0530", 1704.5, 1705, 1699.25, 1702.8, 2499];
const candle = {
  date: new Date("2017-12-15T03:45:00Z"),
  open: 1704.5,
  high: 1705,
  low: 1699.25,
  close: 1702.8,
  volume: 2499,
};
const params = {
  instrument_token: 5633,
  interval: "minute",
  from: "2017-12-15 09:15:00",
  to: "2017-12-15 09:20:00",
} as const;

test("asks for token and interval in the path and for IST times in the query", async () => {
  const { kite, server } = await serving(succeeding({ candles: [wire] }));
  expect(await getHistoricalData(kite, params)).toStrictEqual([candle]);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/instruments/historical/5633/minute", body: "" }]);
  expect(server.requests[0]?.query).toEqual([
    ["from", "2017-12-15 09:15:00"],
    ["to", "2017-12-15 09:20:00"],
  ]);
});

test("asks for open interest and for the continuous contract with ones, and keeps an open interest of 0", async () => {
  const { kite, server } = await serving(succeeding({ candles: [[...wire, 0]] }));
  const day = { ...params, interval: "day", continuous: true, oi: true } as const;
  expect(await getHistoricalData(kite, day)).toStrictEqual([{ ...candle, oi: 0 }]);
  expect(server.requests[0]?.query.slice(2)).toEqual([
    ["continuous", "1"],
    ["oi", "1"],
  ]);
});

test("a Date is written on the Indian clock, a date alone means the whole day", async () => {
  const { kite, server } = await serving(succeeding({ candles: [] }));
  await getHistoricalData(kite, { ...params, from: new Date("2024-02-28T18:30:00Z"), to: "2024-02-29" });
  // A second that has begun is over for a beginning, and not yet over for an end.
  await getHistoricalData(kite, {
    ...params,
    from: new Date("2024-02-28T18:29:59.001Z"),
    to: new Date("2024-02-29T18:29:59.999Z"),
  });
  for (const { query } of server.requests) {
    expect(query).toEqual([
      ["from", "2024-02-29 00:00:00"],
      ["to", "2024-02-29 23:59:59"],
    ]);
  }
});

test("raw gives the positions as they were sent", async () => {
  const { kite } = await serving(succeeding({ candles: [wire] }));
  const raw = await getHistoricalData.raw(kite, params);
  expect(raw).toMatchObject({ status: 200, data: { candles: [wire] } });
});

test("a range without candles is an empty list", async () => {
  const { kite } = await serving(succeeding({ candles: [] }));
  expect(await getHistoricalData(kite, params)).toEqual([]);
});

test.each([
  ["from", { from: "yesterday" }],
  ["from", { from: "2017-02-30" }],
  ["from", { from: "" }],
  ["to", { to: new Date(Number.NaN) }],
  ["to", { to: null }],
  ["from", { from: "2017-12-15 09:20:01" }],
  ["from", { from: "2017-12-16" }],
  ["instrument_token", { instrument_token: 0 }],
  ["instrument_token", { instrument_token: "5633" }],
  ["interval", { interval: "" }],
  ["continuous", { continuous: true }],
])("refuses a wrong %s: %j", async (field, wrong) => {
  const { kite, server } = await serving(succeeding({ candles: [] }));
  const broken = { ...params, ...wrong } as unknown as GetHistoricalDataParams;
  for (const call of [getHistoricalData, getHistoricalData.raw]) {
    const error = await caught(call(kite, broken));
    expect(error).toMatchObject({ code: "InvalidInput", outcome: "not-sent" });
    expect(error.message).toMatch(new RegExp(`^getHistoricalData: ${field}: `));
  }
  expect(server.requests).toEqual([]);
});

test("an odd row is left out and reported, and hides no other", async () => {
  const { kite, warnings } = await serving(succeeding({ candles: [wire, ["soon", 1, 1, 1, 1, 1], wire] }));
  expect(await getHistoricalData(kite, params)).toEqual([candle, candle]);
  expect(warnings).toEqual([expect.stringMatching(/^getHistoricalData: data\.candles\[1\]: /)]);
});

test("gives candles with validation off too", async () => {
  const { kite, warnings } = await serving(succeeding({ candles: [wire, null] }), { validate: "off" });
  expect(await getHistoricalData(kite, params)).toStrictEqual([candle]);
  expect(warnings).toEqual([]);
});

test.each([null, {}, { candles: null }])("%j is no answer, and no empty list", async (data) => {
  const { kite } = await serving(succeeding(data));
  expect(await caught(getHistoricalData(kite, params))).toMatchObject({ code: "MalformedAnswer" });
});

test("hands on what the server refuses", async () => {
  const { kite } = await serving(failing(400, "InputException", "invalid token"));
  expect(await caught(getHistoricalData(kite, params))).toMatchObject({ code: "InputException", status: 400 });
});

const quarter = { ...params, from: "2024-01-01", to: "2024-03-31" };
const mornings = Array.from({ length: 91 }, (_, day) => clockOf("2024-01-01 09:15:00") + day * 86_400);

test("a range above the cap is asked for in windows that meet at midnight, a day shorter than allowed", async () => {
  const { kite, asked } = fakeHistory(mornings);
  const candles = await getHistoricalData(kite, quarter);
  expect(candles.map(({ open }) => open)).toEqual(mornings);
  expect(asked.map(({ from, to }) => `${from} to ${to}`)).toEqual([
    "2024-01-01 00:00:00 to 2024-02-28 23:59:59",
    "2024-02-29 00:00:00 to 2024-03-31 23:59:59",
  ]);
  const raw = await getHistoricalData.raw(kite, quarter);
  expect(raw.data.candles.map(([, open]) => open)).toEqual(mornings);
});

test("an interval that nobody has documented is asked for in the smallest windows", async () => {
  const { kite, asked } = fakeHistory([]);
  await getHistoricalData(kite, { ...quarter, interval: "2minute" });
  expect(asked).toHaveLength(2);
});

test("a candle of the neighbouring window that the server throws in is in the list once", async () => {
  const { kite } = await serving(({ query }) => {
    const first = query[0]?.[1].startsWith("2024-01");
    const times = first ? ["2024-02-28T09:15", "2024-02-29T00:00"] : ["2024-02-28T23:59", "2024-02-29T00:00"];
    return succeeding({ candles: times.map((time) => [`${time}:00+0530`, 1, 1, 1, 1, 1]) });
  });
  const candles = await getHistoricalData(kite, quarter);
  expect(candles.map(({ date }) => date.toISOString())).toEqual([
    "2024-02-28T03:45:00.000Z",
    "2024-02-28T18:30:00.000Z",
  ]);
});

test("tells how far it is after each request, in order", async () => {
  const { kite } = fakeHistory(mornings);
  const heard: unknown[] = [];
  await getHistoricalData(kite, quarter, { onProgress: (progress) => heard.push(progress) });
  expect(heard).toEqual([
    { done: 1, total: 2, candles: 59 },
    { done: 2, total: 2, candles: 91 },
  ]);
});

test("the signal ends a long range in the middle, and nothing more is asked for", async () => {
  const controller = new AbortController();
  const { kite, asked } = fakeHistory(mornings, (next) => async (plan) => {
    if (asked.length === 3) controller.abort();
    return plan.signal?.aborted ? Promise.reject(plan.signal.reason) : next(plan);
  });
  const years = { ...quarter, from: "2015-01-01" };
  await expect(getHistoricalData(kite, years, { signal: controller.signal })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(asked.length).toBe(3);
  expect(await caught(getHistoricalData(kite, years, { signal: controller.signal }))).toMatchObject({
    code: "Aborted",
  });
  expect(asked.length).toBe(3);
});

test("after a failure the windows that were asked for ahead are called off", async () => {
  const { kite, server } = await serving((request) =>
    request.query[0]?.[1].startsWith("2015") ? failing(503, "NetworkException", "down") : { fault: "hang" },
  );
  expect(await caught(getHistoricalData(kite, { ...quarter, from: "2015-06-01" }))).toMatchObject({ status: 503 });
  expect(server.requests.length).toBeLessThanOrEqual(3);
});

test("one deadline counts for the whole range", async () => {
  const { kite } = await serving({ json: { status: "success", data: { candles: [] } }, delay: 60 });
  const decade = { ...quarter, from: "2015-01-01" };
  expect(await caught(getHistoricalData(kite, decade, { deadline: 200 }))).toMatchObject({ code: "Timeout" });
});

test("the requests of a range keep the rate budget of historical data", async () => {
  const { server } = await serving(succeeding({ candles: [] }));
  const kite = createKite({ apiKey: "key", accessToken: "t", environment: server.environment });
  await getHistoricalData(kite, { ...quarter, to: "2024-07-31" });
  expect(server.requests).toHaveLength(4);
  const times = server.requests.map(({ at }) => at).sort((one, other) => one - other);
  expect((times[3] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
});
