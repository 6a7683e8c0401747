import { afterAll, beforeAll, expect } from "vitest";
import { order, quote, session } from "./testing/answers.ts";
import { differs } from "./testing/differs.ts";
import { type AnyClient, observe, success } from "./testing/observe.ts";

const zone = process.env.TZ;
beforeAll(() => {
  process.env.TZ = "America/New_York";
});
afterAll(() => {
  process.env.TZ = zone ?? "";
});

const works: [call: (kc: AnyClient) => unknown, answer: object, read: (value: AnyClient) => Date, time: string][] = [
  [(kc) => kc.getOrders(), [order], ([row]) => row.order_timestamp, "2026-03-02T03:46:39.000Z"],
  [(kc) => kc.getQuote("NSE:INFY"), { "NSE:INFY": quote }, (q) => q["NSE:INFY"].timestamp, "2026-03-02T07:15:56.000Z"],
  [(kc) => kc.generateSession("r", "s"), session, ({ login_time }) => login_time, "2026-03-02T03:15:00.000Z"],
];

differs("times", "times are IST wherever the host is, and the host's own on request", async () => {
  for (const [call, answer, read, time] of works) {
    const { official, ours } = await observe(call, success(answer));
    expect(read(ours.resolved).toISOString()).toBe(time);
    expect(read(official.resolved).toISOString()).not.toBe(time);
    const asBefore = await observe(call, success(answer), { compat: { hostLocalDates: true } });
    expect(asBefore.ours.resolved).toStrictEqual(asBefore.official.resolved);
  }
});

differs("times", "and so they are in a request", async () => {
  const call = (kc: AnyClient) => kc.getHistoricalData(1, "day", new Date("2026-03-02T03:45:00Z"), "2026-03-03");
  const { official, ours } = await observe(call, success({ candles: [] }));
  expect(ours.requests[0]?.query).toContain("from=2026-03-02 09:15:00");
  expect(official.requests[0]?.query).toContain("from=2026-03-01 22:45:00");
  const asBefore = await observe(call, success({ candles: [] }), { compat: { hostLocalDates: true } });
  expect(asBefore.ours.requests).toEqual(asBefore.official.requests);
});
