import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { badField, refused } from "../testing/refused.ts";
import { differences, type Kind } from "../testing/shape.ts";

let simulator: Simulator;
let trader: Caller;
let newcomer: Caller;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => Date.parse("2026-03-02T10:15:30+05:30") });
  trader = await signIn(simulator, "SIM001");
  newcomer = await signIn(simulator, "SIM002");
});
afterAll(() => simulator.close());

// biome-ignore lint/suspicious/noExplicitAny: rows are what these tests check
type Row = any;
const rows = async (path = "/portfolio/holdings"): Promise<Row[]> => (await trader.get(path)).body.data;
const row = async (tradingsymbol: string): Promise<Row> =>
  (await rows()).find((one) => one.tradingsymbol === tradingsymbol);

const oldest: Record<string, Kind> = {
  tradingsymbol: "str",
  exchange: "str",
  instrument_token: "int",
  isin: "str",
  product: "str",
  price: "num",
  quantity: "int",
  t1_quantity: "int",
  realised_quantity: "int",
  authorised_quantity: "int",
  authorised_date: "midnight",
  opening_quantity: "int",
  collateral_quantity: "int",
  collateral_type: "str|null",
  discrepancy: "bool",
  average_price: "num",
  last_price: "num",
  close_price: "num",
  pnl: "num",
  day_change: "num",
  day_change_percentage: "num",
};
const beforeFinancing: Record<string, Kind> = {
  ...oldest,
  used_quantity: "int",
  authorisation: "empty object",
  short_quantity: "int",
};
const current: Record<string, Kind> = { ...beforeFinancing, mtf: "object" };

describe("GET /portfolio/holdings", () => {
  test("has rows of every age, each with exactly the keys of its time", async () => {
    const tables: Record<string, Record<string, Kind>> = { NTPC: oldest, WIPRO: beforeFinancing };
    const all = await rows();
    expect(all).toHaveLength(12);
    for (const one of all) {
      expect(differences(one, tables[one.tradingsymbol] ?? current), one.tradingsymbol).toEqual([]);
      expect([one.product, one.price]).toEqual(["CNC", 0]);
      if (one.mtf) {
        const mtf: Record<string, Kind> = {
          quantity: "int",
          used_quantity: "int",
          average_price: "num",
          value: "num",
          initial_margin: "num",
        };
        expect(differences(one.mtf, mtf)).toEqual([]);
      }
    }
  });

  test("has every variant the reference speaks of", async () => {
    expect(await row("INFY")).toMatchObject({ exchange: "NSE", instrument_token: 408_065, t1_quantity: 0 });
    expect(await row("SBIN")).toMatchObject({ exchange: "BSE", instrument_token: 128_028_676 });
    expect(await row("SIMLIST")).toMatchObject({ close_price: 0, day_change: 0, day_change_percentage: 0 });
    expect(await row("WIPRO")).toMatchObject({ discrepancy: true });
    expect(await row("ITC")).toMatchObject({ collateral_type: null });
    expect((await row("HDFCBANK")).t1_quantity).toBeGreaterThan(0);
    expect((await row("M&M")).mtf.quantity).toBeGreaterThan(0);
    expect((await row("RELIANCE")).collateral_quantity).toBeGreaterThan(0);
    expect((await row("RELIANCE")).collateral_type).not.toBe("");
    expect((await row("ASHOKLEY")).short_quantity).toBeGreaterThan(0);
    expect((await row("ITC")).pnl).toBeLessThan(0);
    expect((await row("INFY")).pnl).toBeGreaterThan(0);
    expect(String((await row("INFY")).average_price)).toMatch(/\.\d{5}$/);
    expect(await row("TATASTEEL")).toMatchObject({ authorised_date: "2026-03-02 00:00:00" });
  });

  test("computes every row the way the reference does", async () => {
    for (const one of await rows()) {
      const change = one.close_price === 0 ? 0 : one.last_price - one.close_price;
      const percentage = one.close_price === 0 ? 0 : (change / one.close_price) * 100;
      const profit = one.last_price * (one.quantity + one.t1_quantity);
      expect(one.pnl).toBeCloseTo(profit - one.average_price * (one.quantity + one.t1_quantity), 6);
      expect(one.day_change).toBeCloseTo(change, 9);
      expect(one.day_change_percentage).toBeCloseTo(percentage, 9);
      expect(one.quantity).toBe(one.realised_quantity - (one.used_quantity ?? 0));
      expect(one.opening_quantity).toBe(one.realised_quantity + one.t1_quantity);
    }
  });

  test("is empty for a new customer", async () => {
    expect((await newcomer.get("/portfolio/holdings")).body).toEqual({ status: "success", data: [] });
  });
});

describe("GET /portfolio/holdings/summary", () => {
  test("adds the rows up", async () => {
    const { data } = (await trader.get("/portfolio/holdings/summary")).body;
    const [invested, value, today] = (await rows()).reduce(
      ([invested, value, today], one) => {
        const quantity = one.quantity + one.t1_quantity;
        return [
          invested + one.average_price * quantity,
          value + one.last_price * quantity,
          today + one.day_change * quantity,
        ];
      },
      [0, 0, 0],
    );
    expect(data.invested_amount).toBeCloseTo(invested, 6);
    expect(data.current_value).toBeCloseTo(value, 6);
    expect(data.total_pnl).toBeCloseTo(value - invested, 6);
    expect(data.total_pnl_percent).toBeCloseTo(((value - invested) / invested) * 100, 8);
    expect(data.today_pnl).toBeCloseTo(today, 6);
    expect(data.today_pnl_percent).toBeCloseTo((today / (value - today)) * 100, 8);
    expect(Object.keys(data)).toHaveLength(6);
  });

  test("is all zero for a new customer", async () => {
    expect((await newcomer.get("/portfolio/holdings/summary")).body.data).toEqual({
      total_pnl: 0,
      total_pnl_percent: 0,
      today_pnl: 0,
      today_pnl_percent: 0,
      invested_amount: 0,
      current_value: 0,
    });
  });
});

test("GET /portfolio/holdings/compact has five keys of each holding", async () => {
  const full = await rows();
  expect(await rows("/portfolio/holdings/compact")).toEqual(
    full.map(({ exchange, tradingsymbol, instrument_token, t1_quantity, quantity }) => ({
      exchange,
      tradingsymbol,
      instrument_token,
      t1_quantity,
      quantity,
    })),
  );
  expect((await newcomer.get("/portfolio/holdings/compact")).body.data).toEqual([]);
});

test("GET /portfolio/holdings/auctions lists what is held, under the auction's own token", async () => {
  const [auction, ...others] = await rows("/portfolio/holdings/auctions");
  expect(others).toEqual([]);
  expect(differences(auction, { ...oldest, auction_number: "str" })).toEqual([]);
  const { used_quantity, authorisation, short_quantity, mtf, ...held } = await row("ASHOKLEY");
  expect(held.instrument_token).toBe(54_273);
  expect(auction).toEqual({ ...held, instrument_token: 54_282, auction_number: auction.auction_number });
  expect((await newcomer.get("/portfolio/holdings/auctions")).body.data).toEqual([]);
});

describe("POST /portfolio/holdings/authorise", () => {
  const authorise = (form: string) => trader.form("POST", "/portfolio/holdings/authorise", form);

  test("answers with a request id of its own for every call", async () => {
    const one = await authorise(
      "isin=INE009A01021&quantity=1&isin=INE154A01025&quantity=2&type=equity&transfer_type=pre",
    );
    expect(one).toMatchObject({ status: 200, type: "application/json", body: { status: "success" } });
    expect(differences(one.body.data, { request_id: "str" })).toEqual([]);
    const all = await trader.send("/portfolio/holdings/authorise", { method: "POST" });
    expect(all.status).toBe(200);
    expect(all.body.data.request_id).not.toBe(one.body.data.request_id);
  });

  test.each([
    ["an isin without a quantity", "isin=INE009A01021", "quantity"],
    ["a quantity without an isin", "quantity=1", "isin"],
    ["lists of unequal length", "isin=INE009A01021&quantity=1&quantity=2", "isin"],
    ["the same isin twice", "isin=INE009A01021&quantity=1&isin=INE009A01021&quantity=2", "isin"],
    ["a share that is not held", "isin=INE000A00000&quantity=1", "isin"],
    ["more than is held", "isin=INE009A01021&quantity=100000", "quantity"],
    ["none", "isin=INE009A01021&quantity=0", "quantity"],
    ["a fraction", "isin=INE009A01021&quantity=1.5", "quantity"],
    ["an unknown type", "type=bonds", "type"],
    ["an unknown transfer type", "transfer_type=later", "transfer_type"],
  ])("refuses %s", async (_, form, field) => {
    expect(await authorise(form)).toEqual(badField(field));
  });

  test("refuses somebody who holds nothing", async () => {
    expect(await newcomer.send("/portfolio/holdings/authorise", { method: "POST" })).toEqual(badField("isin"));
  });

  test("refuses JSON", async () => {
    const headers = { "content-type": "application/json" };
    expect(await trader.send("/portfolio/holdings/authorise", { method: "POST", headers, body: "{}" })).toEqual(
      refused(400, "InputException", "Unsupported content type: expected application/x-www-form-urlencoded."),
    );
  });
});
