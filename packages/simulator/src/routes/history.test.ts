import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { Caller, signIn } from "../testing/caller.ts";
import { badField, badToken, refused } from "../testing/refused.ts";

const INFY = 408_065;
const NIFTY = 256_265;

type Candle = [string, number, number, number, number, number, number?];

let simulator: Simulator;
let trader: Caller;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => Date.parse("2026-03-05T10:15:30+05:30") });
  trader = await signIn(simulator);
});
afterAll(() => simulator.close());

const ask = (token: number | string, interval: string, from: string, to: string, more: Record<string, string> = {}) =>
  trader.get(`/instruments/historical/${token}/${interval}?${new URLSearchParams({ from, to, ...more })}`);
const candles = async (...request: Parameters<typeof ask>): Promise<Candle[]> =>
  (await ask(...request)).body.data.candles;
const times = (list: readonly Candle[]): string[] => list.map(([time]) => time);

/** Token of something listed, by its key. */
async function tokenOf(key: string): Promise<number> {
  return (await trader.get(`/quote/ltp?${new URLSearchParams({ i: key })}`)).body.data[key].instrument_token;
}

describe("GET /instruments/historical/:token/:interval", () => {
  test("both ends are included: 09:15 to 09:20 are six minutes", async () => {
    const answer = await ask(INFY, "minute", "2026-03-04 09:15:00", "2026-03-04 09:20:00");
    expect([answer.status, answer.type, Object.keys(answer.body.data)]).toEqual([200, "application/json", ["candles"]]);
    const list: Candle[] = answer.body.data.candles;
    expect(times(list)).toEqual([15, 16, 17, 18, 19, 20].map((minute) => `2026-03-04T09:${minute}:00+0530`));
    for (const [time, open, high, low, close, volume, ...rest] of list) {
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0530$/);
      expect(low <= Math.min(open, close) && high >= Math.max(open, close)).toBe(true);
      expect(Number.isInteger(volume) && volume > 0).toBe(true);
      expect(rest).toEqual([]);
    }
  });

  test.each([
    ["minute", 375, "09:15:00", "15:29:00"],
    ["3minute", 125, "09:15:00", "15:27:00"],
    ["5minute", 75, "09:15:00", "15:25:00"],
    ["10minute", 38, "09:15:00", "15:25:00"],
    ["15minute", 25, "09:15:00", "15:15:00"],
    ["30minute", 13, "09:15:00", "15:15:00"],
    ["60minute", 7, "09:15:00", "15:15:00"],
    ["day", 1, "00:00:00", "00:00:00"],
  ])("a whole day by %s has %i candles", async (interval, count, first, last) => {
    const list = await candles(INFY, interval, "2026-03-04 00:00:00", "2026-03-04 23:59:59");
    expect(list).toHaveLength(count);
    expect([list[0]?.[0], list.at(-1)?.[0]]).toEqual([`2026-03-04T${first}+0530`, `2026-03-04T${last}+0530`]);
  });

  test("a bare date stands for the whole day", async () => {
    expect(await candles(INFY, "minute", "2026-03-04", "2026-03-04")).toHaveLength(375);
    expect(times(await candles(INFY, "day", "2026-03-02", "2026-03-04"))).toEqual([
      "2026-03-02T00:00:00+0530",
      "2026-03-04T00:00:00+0530",
    ]);
  });

  test("for days the dates alone count", async () => {
    expect(await candles(INFY, "day", "2026-03-04 09:15:00", "2026-03-04 09:16:00")).toHaveLength(1);
  });

  test("weekends and holidays are missing", async () => {
    // Saturday, Sunday, Holi
    for (const day of ["2026-02-28", "2026-03-01", "2026-03-03"]) {
      expect(await candles(INFY, "minute", day, day)).toEqual([]);
    }
    expect(await candles(INFY, "day", "2026-01-01", "2026-03-04")).toHaveLength(42);
  });

  test("ends with the minute that is running, which the quote agrees with", async () => {
    const list = await candles(INFY, "minute", "2026-03-05", "2026-03-09");
    expect(list.at(-1)?.[0]).toBe("2026-03-05T10:15:00+0530");
    const quote = (await trader.get("/quote?i=NSE:INFY")).body.data["NSE:INFY"];
    const [day] = await candles(INFY, "day", "2026-03-05", "2026-03-09");
    const { open, high, low } = quote.ohlc;
    expect(day).toEqual(["2026-03-05T00:00:00+0530", open, high, low, quote.last_price, quote.volume]);
    expect(list.at(-1)?.[4]).toBe(quote.last_price);
    const [before] = await candles(INFY, "day", "2026-03-04", "2026-03-04");
    expect(before?.[4]).toBe(quote.ohlc.close);
  });

  test("keeps the hours of each market", async () => {
    const span = async (key: string, day: string) => {
      const list = times(await candles(await tokenOf(key), "minute", day, day));
      return [list[0], list.at(-1)].map((time) => time?.slice(11, 16));
    };
    expect(await span("CDS:USDINR26MARFUT", "2026-03-04")).toEqual(["09:00", "16:59"]);
    expect(await span("MCX:GOLD26MARFUT", "2026-03-04")).toEqual(["09:00", "23:54"]);
    expect(await span("MCX:GOLD26MARFUT", "2026-03-03")).toEqual(["17:00", "23:54"]); // Holi, evening only
    expect(await span("MCX:MENTHAOIL26MARFUT", "2026-03-04")).toEqual(["09:00", "16:59"]);
    expect(await span("MCX:MENTHAOIL26MARFUT", "2026-03-03")).toEqual([undefined, undefined]);
  });

  test("an index has candles without volume", async () => {
    const list = await candles(NIFTY, "5minute", "2026-03-04", "2026-03-04", { oi: "1" });
    expect(new Set(list.map(([, , , , , volume, oi]) => `${volume} ${oi}`))).toEqual(new Set(["0 0"]));
    expect(list).toHaveLength(75);
  });

  test("has gaps where nothing traded", async () => {
    const list = await candles(await tokenOf("NSE:NILGIRITEA-BE"), "minute", "2026-03-02", "2026-03-04");
    expect(list.length).toBeGreaterThan(0);
    expect(list.length).toBeLessThan(60);
    expect(times(list)).toEqual([...new Set(times(list))].sort());
  });
});

describe("open interest", () => {
  test("is the seventh element when asked for, also when it is 0", async () => {
    const future = await tokenOf("NFO:NIFTY26MARFUT");
    for (const [, , , , , , oi, ...rest] of await candles(future, "day", "2026-02-20", "2026-03-04", { oi: "1" })) {
      expect(Number.isInteger(oi) && (oi ?? 0) > 0).toBe(true);
      expect(rest).toEqual([]);
    }
    const [plain] = await candles(future, "day", "2026-03-04", "2026-03-04", { oi: "0" });
    expect(plain).toHaveLength(6);
    const [share] = await candles(INFY, "day", "2026-03-04", "2026-03-04", { oi: "1" });
    expect(share).toHaveLength(7);
    expect(share?.[6]).toBe(0);
  });

  test("begins at 0 on the first day of a contract", async () => {
    const [first] = await candles(await tokenOf("NFO:NIFTY26APR25500CE"), "minute", "2026-03-05", "2026-03-05", {
      oi: "1",
    });
    expect(first?.[6]).toBe(0);
  });
});

describe("continuous", () => {
  test("joins the months of a future", async () => {
    const token = await tokenOf("NFO:NIFTY26MARFUT");
    const alone = await candles(token, "day", "2021-01-01", "2026-03-04");
    const joined = await candles(token, "day", "2021-01-01", "2026-03-04", { continuous: "1", oi: "1" });
    expect(alone.length).toBeGreaterThan(40);
    expect(alone[0]?.[0] && alone[0][0] > "2025-11").toBe(true); // it has not been listed longer
    expect(joined.length).toBeGreaterThan(1300);
    expect(joined[0]?.[0]).toBe("2021-01-01T00:00:00+0530");
    // since the month before expired, both tell of the same contract
    expect(joined.slice(-4).map((candle) => candle.slice(0, 6))).toEqual(alone.slice(-4));
  });

  test("is for daily candles of futures on NFO and MCX", async () => {
    const more = { continuous: "1" };
    const refuse = async (key: string, interval: string) =>
      expect(await ask(await tokenOf(key), interval, "2026-03-02", "2026-03-04", more)).toEqual(badField("continuous"));
    await refuse("NFO:NIFTY26MARFUT", "60minute");
    await refuse("NFO:NIFTY26MAR25000CE", "day");
    await refuse("CDS:USDINR26MARFUT", "day");
    await refuse("NSE:INFY", "day");
    expect(await candles(await tokenOf("MCX:GOLD26MARFUT"), "day", "2024-03-04", "2024-03-08", more)).toHaveLength(5);
  });
});

describe("before there was anything", () => {
  test("there are no candles", async () => {
    expect(await candles(INFY, "day", "2014-01-01", "2015-02-01")).toEqual([]);
    expect(times(await candles(INFY, "minute", "2015-02-01", "2015-02-02"))[0]).toBe("2015-02-02T09:15:00+0530");
    expect(await candles(await tokenOf("NSE:YOUNGTECH"), "day", "2024-06-01", "2024-06-12")).toHaveLength(1);
    expect(await candles(INFY, "day", "2027-01-01", "2027-02-01")).toEqual([]);
  });
});

describe("refuses", () => {
  test.each([
    ["minute", 60],
    ["3minute", 100],
    ["5minute", 100],
    ["10minute", 100],
    ["15minute", 200],
    ["30minute", 200],
    ["60minute", 400],
    ["day", 2000],
  ])("%s beyond %i days", async (interval, days) => {
    const from = new Date(Date.UTC(2016, 0, 1)).toISOString().slice(0, 10);
    const end = (more: number) => new Date(Date.UTC(2016, 0, 1 + days + more)).toISOString().slice(0, 10);
    expect((await ask(INFY, interval, from, `${end(0)} 00:00:00`)).status).toBe(200);
    expect(await ask(INFY, interval, from, `${end(0)} 00:00:01`)).toEqual(
      refused(400, "InputException", `interval exceeds max limit: ${days} days`),
    );
  });

  test.each([
    ["an unknown token", 1, "day", "2026-03-02", "2026-03-04", {}, "instrument_token"],
    ["a symbol", "INFY", "day", "2026-03-02", "2026-03-04", {}, "instrument_token"],
    ["a negative token", "-408065", "day", "2026-03-02", "2026-03-04", {}, "instrument_token"],
    ["an unknown interval", INFY, "2minute", "2026-03-02", "2026-03-04", {}, "interval"],
    ["an interval from the prototype", INFY, "toString", "2026-03-02", "2026-03-04", {}, "interval"],
    ["an interval that is not documented", INFY, "week", "2026-03-02", "2026-03-04", {}, "interval"],
    ["no beginning", INFY, "day", "", "2026-03-04", {}, "from"],
    ["a day that does not exist", INFY, "day", "2026-02-30", "2026-03-04", {}, "from"],
    ["an hour that does not exist", INFY, "day", "2026-02-02 25:00:00", "2026-03-04", {}, "from"],
    ["an ISO time", INFY, "day", "2026-03-02T00:00:00", "2026-03-04", {}, "from"],
    ["a time with a zone", INFY, "day", "2026-03-02", "2026-03-04 00:00:00+0530", {}, "to"],
    ["seconds since 1970", INFY, "day", "1772400000", "1772500000", {}, "from"],
    ["an end before the beginning", INFY, "day", "2026-03-04", "2026-03-02", {}, "from"],
    ["a word for a flag", INFY, "day", "2026-03-02", "2026-03-04", { oi: "true" }, "oi"],
    ["another number for a flag", INFY, "day", "2026-03-02", "2026-03-04", { continuous: "2" }, "continuous"],
  ])("%s", async (_, token, interval, from, to, more, field) => {
    expect(await ask(token, interval, from, to, more)).toEqual(badField(field));
  });

  test("a contract that has expired: its token is free for another one", async () => {
    const mine = await startSimulator({ seed: 7, clock: () => Date.parse("2026-03-30T10:00:00+05:30") });
    await using _ = mine;
    const key = "NFO:NIFTY26MARFUT";
    const caller = await signIn(mine);
    const token = (await caller.get(`/quote/ltp?i=${key}`)).body.data[key].instrument_token;
    const path = `/instruments/historical/${token}/day?from=2026-03-23&to=2026-03-30`;
    expect((await caller.get(path)).body.data.candles).toHaveLength(5);
    mine.setTime(Date.parse("2026-03-31T10:00:00+05:30"));
    expect(await (await signIn(mine)).get(path)).toEqual(badField("instrument_token"));
  });

  test("somebody without a session", async () => {
    const path = `/instruments/historical/${INFY}/day?from=2026-03-02&to=2026-03-04`;
    expect(await new Caller(simulator).get(path)).toEqual(badToken);
  });
});
