import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isin } from "../market/isin.ts";
import { createSimulator, type Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { Caller, signIn } from "../testing/caller.ts";
import { parseCsv, type Row } from "../testing/csv.ts";
import { askInProcess } from "../testing/in-process.ts";
import { rawBody } from "../testing/raw-body.ts";
import { badToken } from "../testing/refused.ts";

let simulator: Simulator;
let trader: Caller;
let funds: Row[];
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => Date.parse("2026-03-04T10:15:30+05:30") });
  trader = await signIn(simulator);
  funds = parseCsv(await (await trader.fetch("/mf/instruments")).text()).rows;
});
afterAll(() => simulator.close());

describe("GET /mf/instruments", () => {
  test("has the sixteen columns in order, as text/csv", async () => {
    const response = await trader.fetch("/mf/instruments");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/csv"]);
    expect(parseCsv(await response.text()).columns).toEqual([
      "tradingsymbol",
      "amc",
      "name",
      "purchase_allowed",
      "redemption_allowed",
      "minimum_purchase_amount",
      "purchase_amount_multiplier",
      "minimum_additional_purchase_amount",
      "minimum_redemption_quantity",
      "redemption_quantity_multiplier",
      "dividend_type",
      "scheme_type",
      "plan",
      "settlement_type",
      "last_price",
      "last_price_date",
    ]);
  });

  test("fills every column as the reference says, for at least forty funds", () => {
    const amount = /^\d+(\.\d+)?$/;
    const shapes: Record<string, RegExp> = {
      tradingsymbol: /^INF\w{8}\d$/,
      amc: /^\w+_MF$/,
      name: /^\S.+$/,
      purchase_allowed: /^[01]$/,
      redemption_allowed: /^[01]$/,
      minimum_purchase_amount: amount,
      purchase_amount_multiplier: amount,
      minimum_additional_purchase_amount: amount,
      minimum_redemption_quantity: amount,
      redemption_quantity_multiplier: amount,
      dividend_type: /^(growth|payout)$/,
      scheme_type: /^(equity|debt|elss|balanced|fof|liquid)$/,
      plan: /^(direct|regular)$/,
      settlement_type: /^T[12346]$/,
      last_price: /^\d+(\.\d{1,4})?$/,
      // the day before was Holi
      last_price_date: /^2026-03-02$/,
    };
    const bad = funds.flatMap((fund) =>
      Object.keys(fund).filter((column) => !shapes[column]?.test(fund[column] ?? "")),
    );
    expect(bad).toEqual([]);
    expect(funds.length).toBeGreaterThanOrEqual(40);
    expect(new Set(funds.map(({ tradingsymbol }) => tradingsymbol)).size).toBe(funds.length);
    expect(funds.every(({ tradingsymbol = "" }) => isin(tradingsymbol.slice(0, 11)) === tradingsymbol)).toBe(true);
  });

  test("has every kind of scheme, closed ones, and names that need quotes", () => {
    const values = (column: string) => new Set(funds.map((fund) => fund[column]));
    expect(values("scheme_type").size).toBe(6);
    expect(values("plan")).toEqual(new Set(["direct", "regular"]));
    expect(values("dividend_type")).toEqual(new Set(["growth", "payout"]));
    expect(values("purchase_allowed")).toEqual(new Set(["0", "1"]));
    const names = [...values("name")];
    expect(names).toContain("Banyan Small, Mid & Micro Cap Fund - Direct Plan");
    expect(names).toContain('Monsoon ELSS "Tax Saver" Fund - Regular Plan');
  });

  test("is packed for clients that ask", async () => {
    const plain = await rawBody(simulator, trader, "/mf/instruments", undefined);
    const packed = await rawBody(simulator, trader, "/mf/instruments", "gzip");
    expect([plain.encoding, packed.encoding, packed.type]).toEqual([undefined, "gzip", "text/csv"]);
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
  });

  test("values change with the day and the seed, and not with the hour", async () => {
    const at = async (time: string, seed = 7) => {
      const ask = await askInProcess(createSimulator({ seed, clock: () => Date.parse(`${time}+05:30`) }));
      return (await ask("/mf/instruments")).text();
    };
    const morning = await at("2026-03-04T08:00:00");
    expect(await at("2026-03-04T23:00:00")).toBe(morning);
    expect(await at("2026-03-05T08:00:00")).not.toBe(morning);
    expect(await at("2026-03-04T08:00:00", 8)).not.toBe(morning);
  });

  test("is not for somebody without a session", async () => {
    expect(await new Caller(simulator).get("/mf/instruments")).toEqual(badToken);
  });
});
