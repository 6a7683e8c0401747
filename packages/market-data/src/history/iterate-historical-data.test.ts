import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exchangeCalendar } from "../calendar/exchange-calendar.ts";
import { caught } from "../testing/caught.ts";
import { clockOf, fakeHistory } from "../testing/fake-history.ts";
import { failing, serving, succeeding } from "../testing/serving.ts";
import { type IterateHistoricalDataParams, iterateHistoricalData } from "./iterate-historical-data.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-12-01T12:00:00+05:30"), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const params = { instrument_token: 408065, interval: "minute", from: "2026-02-01", to: "2026-05-31" } as const;
/** A candle at 10:00 on every calendar day. */
const daily = Array.from({ length: 120 }, (_, day) => clockOf("2026-02-01 10:00:00") + day * 86_400);

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test("gives a page for each window, forward, with where it is and where to go on", async () => {
  const { kite } = fakeHistory(daily);
  const pages = await collect(iterateHistoricalData(kite, params));
  expect(
    pages.map(({ from, to, done, total, cursor, candles }) => [from, to, done, total, cursor, candles.length]),
  ).toEqual([
    [
      new Date("2026-02-01T00:00:00+05:30"),
      new Date("2026-03-31T23:59:59+05:30"),
      1,
      3,
      "forward 2026-04-01 00:00:00",
      59,
    ],
    [
      new Date("2026-04-01T00:00:00+05:30"),
      new Date("2026-05-29T23:59:59+05:30"),
      2,
      3,
      "forward 2026-05-30 00:00:00",
      59,
    ],
    [new Date("2026-05-30T00:00:00+05:30"), new Date("2026-05-31T23:59:59+05:30"), 3, 3, undefined, 2],
  ]);
});

test("backward the newest page comes first, its candles still the oldest first", async () => {
  const { kite, asked } = fakeHistory(daily);
  const pages = await collect(iterateHistoricalData(kite, { ...params, direction: "backward" }));
  expect(pages.map(({ cursor }) => cursor)).toEqual([
    "backward 2026-04-02 23:59:59",
    "backward 2026-02-02 23:59:59",
    undefined,
  ]);
  expect(asked[0]).toMatchObject({ from: "2026-04-03 00:00:00", to: "2026-05-31 23:59:59" });
  for (const { candles } of pages) {
    const times = candles.map(({ date }) => date.getTime());
    expect(times).toEqual([...times].sort((one, other) => one - other));
  }
});

test("a cursor goes on after its page, in another process and with other settings of the client too", async () => {
  const { kite } = fakeHistory(daily);
  const all = await collect(iterateHistoricalData(kite, params));
  const rest = await collect(iterateHistoricalData(fakeHistory(daily).kite, { ...params, cursor: all[0]?.cursor }));
  expect(rest.map(({ candles }) => candles)).toEqual(all.slice(1).map(({ candles }) => candles));
  expect(rest.map(({ done, total }) => [done, total])).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

test.each([
  ["cursor", { cursor: "backward 2026-04-01 00:00:00" }],
  ["cursor", { cursor: "forward 2026-06-01 00:00:00" }],
  ["cursor", { cursor: "forward" }],
  ["cursor", { cursor: "" }],
  ["direction", { direction: "sideways" }],
  ["from", { from: "2027-01-01" }],
  ["continuous", { continuous: true }],
])("refuses a wrong %s: %j", async (field, wrong) => {
  const { kite, asked } = fakeHistory(daily);
  const broken = { ...params, ...wrong } as unknown as IterateHistoricalDataParams;
  const error = await caught(collect(iterateHistoricalData(kite, broken)));
  expect(error.message).toMatch(new RegExp(`^iterateHistoricalData: ${field}: `));
  expect(asked).toEqual([]);
});

test("names the trading days without a candle, and says that the calendar knows all days", async () => {
  const gone = ["2026-02-16", "2026-02-27"].map((date) => clockOf(`${date} 10:00:00`));
  const { kite } = fakeHistory(daily.filter((clock) => !gone.includes(clock)));
  const [page] = await collect(iterateHistoricalData(kite, { ...params, to: "2026-02-28" }));
  expect(page?.gaps).toEqual({ days: ["2026-02-16", "2026-02-27"], complete: true });
});

test("takes a calendar of the caller's own for the gaps", async () => {
  const { kite } = fakeHistory([]);
  const calendar = { ...exchangeCalendar, days: [{ date: "2026-02-03", name: "Rest", sessions: { NSE: [] } }] };
  const [page] = await collect(iterateHistoricalData(kite, { ...params, to: "2026-02-04", calendar }));
  expect(page?.gaps.days).toEqual(["2026-02-02", "2026-02-04"]);
});

test("leaving the loop calls off what was asked for ahead", async () => {
  const { kite, server } = await serving((request) =>
    request.query[0]?.[1].startsWith("2026-02") ? succeeding({ candles: [] }) : { fault: "hang" },
  );
  for await (const page of iterateHistoricalData(kite, params)) {
    expect(page.done).toBe(1);
    break;
  }
  await expect.poll(() => server.abandoned()).toBe(server.requests.length - 1);
});

test("a failure comes in its turn, after the pages before it", async () => {
  const { kite } = await serving((request) =>
    request.query[0]?.[1].startsWith("2026-04")
      ? failing(503, "NetworkException", "down")
      : succeeding({ candles: [] }),
  );
  const pages = iterateHistoricalData(kite, params);
  expect((await pages.next()).value).toMatchObject({ done: 1, cursor: "forward 2026-04-01 00:00:00" });
  expect(await caught(pages.next())).toMatchObject({ status: 503 });
});

test("the signal ends it between two pages", async () => {
  const { kite } = fakeHistory(daily);
  const controller = new AbortController();
  const pages = iterateHistoricalData(kite, { ...params, to: "2026-12-31" }, { signal: controller.signal });
  await pages.next();
  controller.abort();
  const rest = collect(pages);
  expect(await caught(rest)).toMatchObject({ code: "Aborted" });
});
