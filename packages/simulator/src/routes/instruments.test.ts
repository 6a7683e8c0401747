import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSimulator, type Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { Caller, signIn } from "../testing/caller.ts";
import { parseCsv, type Row } from "../testing/csv.ts";
import { askInProcess } from "../testing/in-process.ts";
import { rawBody } from "../testing/raw-body.ts";
import { badField, badToken } from "../testing/refused.ts";

const NOW = "2026-03-02T10:15:30+05:30";

let simulator: Simulator;
let trader: Caller;
let all: Row[];
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => Date.parse(NOW) });
  trader = await signIn(simulator);
  all = (await dump("/instruments")).rows;
});
afterAll(() => simulator.close());

async function dump(path: string) {
  const response = await trader.fetch(path);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/csv"]);
  return parseCsv(await response.text());
}

const row = (exchange: string, tradingsymbol: string): Row => {
  const found = all.find((one) => one.exchange === exchange && one.tradingsymbol === tradingsymbol);
  if (!found) throw new Error(`${exchange}:${tradingsymbol} is missing`);
  return found;
};

const segmentCode: Record<string, number> = { NSE: 1, NFO: 2, CDS: 3, BSE: 4, BFO: 5, BCD: 6, MCX: 7 };

describe("GET /instruments", () => {
  test("has the twelve columns in order, and more than a thousand rows", async () => {
    const { columns, rows } = await dump("/instruments");
    expect(columns).toEqual([
      "instrument_token",
      "exchange_token",
      "tradingsymbol",
      "name",
      "last_price",
      "expiry",
      "strike",
      "tick_size",
      "lot_size",
      "instrument_type",
      "segment",
      "exchange",
    ]);
    expect(rows.length).toBeGreaterThan(1000);
  });

  test("fills every column as the reference says", () => {
    const number = /^\d+(\.\d+)?$/;
    const shapes: Record<string, RegExp> = {
      instrument_token: /^[1-9]\d*$/,
      exchange_token: /^[1-9]\d*$/,
      tradingsymbol: /^\S.*$/,
      name: /^.*$/,
      last_price: number,
      expiry: /^(\d{4}-\d\d-\d\d)?$/,
      strike: /^(\d+(\.\d+)?)?$/,
      tick_size: number,
      lot_size: /^\d+$/,
      instrument_type: /^(EQ|FUT|CE|PE)$/,
      segment: /^(INDICES|[NB]SE|(NFO|BFO|CDS|BCD|MCX)-(FUT|OPT))$/,
      exchange: /^(NSE|BSE|NFO|BFO|CDS|BCD|MCX)$/,
    };
    const bad = all.flatMap((one) => Object.keys(one).filter((column) => !shapes[column]?.test(one[column] ?? "\n")));
    expect(bad).toEqual([]);
  });

  test("has every segment and kind", () => {
    const kinds = new Set(
      all.map(({ exchange, segment, instrument_type }) => [exchange, segment, instrument_type].join()),
    );
    expect([...kinds].sort()).toEqual(
      [
        ...["BSE,BSE,EQ", "BSE,INDICES,EQ", "NSE,INDICES,EQ", "NSE,NSE,EQ"],
        ...["BCD,BCD-FUT,FUT", "BFO,BFO-FUT,FUT", "CDS,CDS-FUT,FUT", "MCX,MCX-FUT,FUT", "NFO,NFO-FUT,FUT"],
        ...["BFO,BFO-OPT,CE", "CDS,CDS-OPT,CE", "MCX,MCX-OPT,CE", "NFO,NFO-OPT,CE"],
        ...["BFO,BFO-OPT,PE", "CDS,CDS-OPT,PE", "MCX,MCX-OPT,PE", "NFO,NFO-OPT,PE"],
      ].sort(),
    );
  });

  test("builds tokens from the exchange's own token and the segment", () => {
    const bad = all.filter(({ instrument_token, exchange_token, segment, exchange }) => {
      const code = segment === "INDICES" ? 9 : segmentCode[exchange ?? ""];
      return Number(instrument_token) !== Number(exchange_token) * 256 + (code ?? Number.NaN);
    });
    expect(bad).toEqual([]);
    expect(row("NSE", "INFY").instrument_token).toBe("408065");
    expect(row("BSE", "SBIN").instrument_token).toBe("128028676");
    expect(row("NSE", "NIFTY 50").instrument_token).toBe("256265");
    expect(row("NSE", "NIFTY BANK").instrument_token).toBe("260105");
    expect(row("NSE", "NIFTY NEXT 50").instrument_token).toBe("270857");
    expect(row("BSE", "SENSEX").instrument_token).toBe("265");
  });

  test("keeps names and tokens unique", () => {
    expect(new Set(all.map(({ instrument_token }) => instrument_token)).size).toBe(all.length);
    expect(new Set(all.map(({ exchange, tradingsymbol }) => `${exchange}:${tradingsymbol}`)).size).toBe(all.length);
  });

  test("has the names that trip parsers up", () => {
    expect(row("NSE", "M&M").name).toBe("MAHINDRA & MAHINDRA");
    expect(row("NSE", "AARAVFOOD").name).toBe("AARAV FOODS, SPICES & TEA");
    expect(row("NSE", "LAKEVIEW").name).toBe('HOTEL "LAKE VIEW" RESORTS');
    expect(row("BSE", "TRIQUOTE").name).toBe('"QUOTED", COMMA AND ALL');
    expect(row("NSE", "BAJAJ-AUTO").name).toBe("BAJAJ AUTO");
    expect(row("BCD", "USDINR26MARFUT").name).toBe("");
    const suffixes = all.flatMap(({ segment, tradingsymbol }) =>
      segment === "NSE" ? (tradingsymbol?.match(/-([A-Z]\w)$/)?.[1] ?? []) : [],
    );
    expect(new Set(suffixes)).toEqual(new Set(["BE", "BZ", "SM", "BL", "ML", "N8", "GB", "GS"]));
  });

  test("takes the tick from the price band", async () => {
    const expected = (rupees: number): string => {
      if (rupees < 250) return "0.01";
      if (rupees < 1000) return "0.05";
      if (rupees < 5000) return "0.1";
      if (rupees < 10_000) return "0.5";
      return rupees < 20_000 ? "1.0" : "5.0";
    };
    const keys = all.filter(({ segment }) => segment === "NSE").map(({ tradingsymbol }) => `NSE:${tradingsymbol}`);
    const stocks = all
      .filter(({ segment }) => segment === "NFO-FUT")
      .map(({ tradingsymbol }) => `NFO:${tradingsymbol}`);
    const shares = stocks.filter((key) => !/^NFO:(NIFTY|BANKNIFTY|FINNIFTY|MIDCPNIFTY|NIFTYNXT50)2/.test(key));
    const query = new URLSearchParams([...keys, ...shares].map((key) => ["i", key]));
    const { data } = (await trader.get(`/quote/ltp?${query}`)).body;
    const wrong = Object.entries<{ last_price: number }>(data).filter(([key, { last_price }]) => {
      const [exchange = "", symbol = ""] = key.split(":");
      return row(exchange, symbol).tick_size !== expected(last_price);
    });
    expect(wrong).toEqual([]);
    expect(new Set(keys.map((key) => row("NSE", key.slice(4)).tick_size)).size).toBe(6);
  });

  test.each([
    ["MIDCPNIFTY26MARFUT", "0.05"], // below 15000 points
    ["NIFTY26MARFUT", "0.1"],
    ["BANKNIFTY26MARFUT", "0.2"], // above 30000
    ["NIFTY26MAR25000CE", "0.05"],
  ])("%s moves in steps of %s", (symbol, tick) => {
    expect(row("NFO", symbol).tick_size).toBe(tick);
  });

  test("options on cheap shares, and currencies, have finer steps", () => {
    const ticks = (pattern: RegExp) =>
      new Set(all.filter(({ tradingsymbol }) => pattern.test(tradingsymbol ?? "")).map(({ tick_size }) => tick_size));
    expect(ticks(/^TATASTEEL26.*[CP]E$/)).toEqual(new Set(["0.01"]));
    expect(ticks(/^INFY26.*[CP]E$/)).toEqual(new Set(["0.05"]));
    expect(ticks(/^USDINR26/)).toEqual(new Set(["0.0025"]));
  });

  test("has lots in units on NFO and BFO, and 1 where quantities count lots", () => {
    expect(row("NFO", "NIFTY26MARFUT").lot_size).toBe("65");
    const lots = (exchange: string) =>
      new Set(
        all.filter((one) => one.exchange === exchange && one.segment !== "INDICES").map(({ lot_size }) => lot_size),
      );
    for (const exchange of ["NSE", "BSE", "CDS", "BCD", "MCX"]) expect(lots(exchange)).toEqual(new Set(["1"]));
    expect(lots("BFO")).toEqual(new Set(["20", "30"]));
  });

  test("has indices without steps and lots", () => {
    const indices = all.filter(({ segment }) => segment === "INDICES");
    expect(new Set(indices.map(({ tick_size, lot_size }) => `${tick_size} ${lot_size}`))).toEqual(new Set(["0.0 0"]));
    expect(row("NSE", "NIFTY 50")).toMatchObject({ name: "NIFTY 50", instrument_type: "EQ", expiry: "" });
  });

  test("leaves prices of shares and strikes of futures out", () => {
    const equity = all.filter(({ instrument_type }) => instrument_type === "EQ");
    expect(new Set(equity.map(({ last_price, expiry, strike }) => [last_price, expiry, strike].join()))).toEqual(
      new Set(["0.0,,0.0"]),
    );
    expect(row("MCX", "GOLD26MARFUT").strike).toBe("");
    expect(row("NFO", "NIFTY26MARFUT").strike).toBe("0.0");
    expect(row("NFO", "NIFTY26MAR25000CE").strike).toBe("25000.0");
    expect(Number(row("NFO", "NIFTY26MARFUT").last_price)).toBeGreaterThan(20_000);
  });

  test("expiries fit the symbols, and none is in the past", () => {
    const contracts = all.filter(({ instrument_type }) => instrument_type !== "EQ");
    const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    const bad = contracts.filter(({ tradingsymbol = "", expiry = "", strike, instrument_type }) => {
      const [year = "", month = "", date = ""] = expiry.split("-");
      const yy = year.slice(2);
      const monthly = `${yy}${months[Number(month) - 1]}`;
      const weekly = `${yy}${"123456789OND"[Number(month) - 1]}${date}`;
      const end = `${instrument_type === "FUT" ? "" : Number(strike)}${instrument_type}`;
      const fits = [monthly, weekly].some((middle) => tradingsymbol.endsWith(`${middle}${end}`));
      return !fits || expiry < "2026-03-02";
    });
    expect(bad).toEqual([]);
    expect(new Set(contracts.filter(({ segment }) => segment === "NFO-OPT").map(({ expiry }) => expiry)).size).toBe(7);
  });

  test("strikes lie on both sides of the price", async () => {
    const { body } = await trader.get("/quote/ltp?i=NSE:NIFTY+50&i=NSE:RELIANCE");
    for (const [key, name] of [
      ["NSE:NIFTY 50", "NIFTY"],
      ["NSE:RELIANCE", "RELIANCE"],
    ] as const) {
      const strikes = all
        .filter((one) => one.name === name && one.segment === "NFO-OPT")
        .map(({ strike }) => Number(strike));
      expect(Math.min(...strikes)).toBeLessThan(body.data[key].last_price);
      expect(Math.max(...strikes)).toBeGreaterThan(body.data[key].last_price);
    }
  });

  test("is packed for clients that ask, and the same text for those that do not", async () => {
    const plain = await rawBody(simulator, trader, "/instruments", undefined);
    const packed = await rawBody(simulator, trader, "/instruments", "gzip");
    expect([plain.encoding, packed.encoding]).toEqual([undefined, "gzip"]);
    expect(packed.type).toBe("text/csv");
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
  });
});

describe("GET /instruments/:exchange", () => {
  test.each(["NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX"])("%s is that part of the whole", async (exchange) => {
    const { rows } = await dump(`/instruments/${exchange}`);
    expect(rows).toEqual(all.filter((one) => one.exchange === exchange));
    expect(rows.length).toBeGreaterThan(0);
  });

  test.each(["INDICES", "MF", "nse", "NSEIX", "x"])("refuses %s, with JSON", async (exchange) => {
    expect(await trader.get(`/instruments/${exchange}`)).toEqual(badField("exchange"));
  });
});

test("nobody gets a dump without a session", async () => {
  const nobody = new Caller(simulator);
  for (const path of ["/instruments", "/instruments/NSE"]) expect(await nobody.get(path)).toEqual(badToken);
});

describe("over time", () => {
  const textOf = async (one: Simulator): Promise<string> => (await (await askInProcess(one))("/instruments")).text();
  const textAt = (time: string, seed = 7) => textOf(createSimulator({ seed, clock: () => Date.parse(time) }));

  test("the same seed gives the same bytes all day, another seed others", async () => {
    const morning = await textAt("2026-03-02T08:30:00+05:30");
    expect(await textAt("2026-03-02T15:00:00+05:30")).toBe(morning);
    expect(await textAt("2026-03-02T08:30:00+05:30", 8)).not.toBe(morning);
  });

  test("contracts that have ended make room for new ones when the clock moves on", async () => {
    const one = createSimulator({ seed: 7, clock: () => Date.parse(NOW) });
    one.setTime(Date.parse("2026-05-04T10:00:00+05:30"));
    const symbols = parseCsv(await textOf(one)).rows.map(({ tradingsymbol }) => tradingsymbol);
    expect(symbols).not.toContain("NIFTY26APRFUT");
    expect(symbols).toEqual(expect.arrayContaining(["NIFTY26MAYFUT", "NIFTY26JUNFUT", "NIFTY26JULFUT"]));
  });
});
