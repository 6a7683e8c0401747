import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { badField } from "../testing/refused.ts";
import { differences, type Kind } from "../testing/shape.ts";

let simulator: Simulator;
let trader: Caller;
let newcomer: Caller;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7 });
  trader = await signIn(simulator, "SIM001");
  newcomer = await signIn(simulator, "SIM002");
});
afterAll(() => simulator.close());

const profile: Record<string, Kind> = {
  user_id: "str",
  user_name: "str",
  user_shortname: "str",
  email: "str",
  user_type: "str",
  broker: "str",
  exchanges: "strings",
  products: "strings",
  order_types: "strings",
  avatar_url: "str|null",
  meta: "object",
};

test("GET /user/profile", async () => {
  const { status, type, body } = await trader.get("/user/profile");
  expect([status, type, body.status]).toEqual([200, "application/json", "success"]);
  expect(differences(body.data, profile)).toEqual([]);
  expect(body.data).toMatchObject({ user_id: "SIM001", avatar_url: null, meta: { demat_consent: "consent" } });
  expect(Object.keys(body.data.meta)).toEqual(["demat_consent"]);
  expect((await newcomer.get("/user/profile")).body.data.meta).toEqual({ demat_consent: "" });
});

test("GET /user/profile/full", async () => {
  const { body } = await trader.get("/user/profile/full");
  const full: Record<string, Kind> = {
    ...profile,
    twofa_type: "str",
    phone: "str",
    pan: "str",
    bank_accounts: "array",
    dp_ids: "strings",
    tags: "strings",
    password_timestamp: "ts",
    twofa_timestamp: "ts",
  };
  expect(differences(body.data, full)).toEqual([]);
  expect(differences(body.data.bank_accounts[0], { name: "str", branch: "str", account: "str" })).toEqual([]);
  expect(differences(body.data.meta, { poa: "str", silo: "str", account_blocks: "array" })).toEqual([]);
  expect(body.data).toMatchObject({ phone: "*9999", password_timestamp: "1970-01-01 00:00:00" });
});

describe("GET /user/margins", () => {
  const segment: Record<string, Kind> = { enabled: "bool", net: "num", available: "object", utilised: "object" };
  const shortAvailable: Record<string, Kind> = {
    cash: "num",
    intraday_payin: "num",
    adhoc_margin: "num",
    collateral: "num",
  };
  const available: Record<string, Kind> = { ...shortAvailable, opening_balance: "num", live_balance: "num" };
  const shortUtilised: Record<string, Kind> = {
    debits: "num",
    exposure: "num",
    span: "num",
    option_premium: "num",
    holding_sales: "num",
    m2m_realised: "num",
    m2m_unrealised: "num",
    payout: "num",
  };
  const utilised: Record<string, Kind> = {
    ...shortUtilised,
    turnover: "num",
    liquid_collateral: "num",
    stock_collateral: "num",
    delivery: "num",
  };

  test("answers with both segments, complete", async () => {
    const { data } = (await trader.get("/user/margins")).body;
    expect(Object.keys(data)).toEqual(["equity", "commodity"]);
    for (const one of [data.equity, data.commodity]) {
      expect(differences(one, segment)).toEqual([]);
      expect(differences(one.available, available)).toEqual([]);
      expect(differences(one.utilised, utilised)).toEqual([]);
    }
  });

  test("keeps the identities of Kite's sample: net, live balance, and cash less debits agree", async () => {
    const { data } = (await trader.get("/user/margins")).body;
    for (const { net, available, utilised } of [data.equity, data.commodity]) {
      expect(net).toBe(available.live_balance);
      expect(net).toBeCloseTo(available.cash - utilised.debits, 6);
      expect(available.cash).toBeCloseTo(available.opening_balance + available.intraday_payin, 6);
    }
  });

  test("sends the commodity payout as a negative zero", async () => {
    const response = await trader.get("/user/margins/commodity");
    expect(response.body.data.utilised.payout).toBe(-0);
  });

  test.each(["equity", "commodity"])("answers with %s alone", async (name) => {
    const { data } = (await trader.get("/user/margins")).body;
    expect((await trader.get(`/user/margins/${name}`)).body).toEqual({ status: "success", data: data[name] });
  });

  test("refuses another segment", async () => {
    expect(await trader.get("/user/margins/currency")).toEqual(badField("segment"));
  });

  test("a new customer has no money, and a disabled segment of the older shape", async () => {
    const { data } = (await newcomer.get("/user/margins")).body;
    const { equity, commodity } = data;
    expect([equity.enabled, commodity.enabled]).toEqual([true, false]);
    expect(differences(equity.utilised, utilised)).toEqual([]);
    expect(differences(commodity, segment)).toEqual([]);
    expect(differences(commodity.available, shortAvailable)).toEqual([]);
    expect(differences(commodity.utilised, shortUtilised)).toEqual([]);
    const amounts = [equity, commodity].flatMap(({ net, available, utilised }) => [
      net,
      ...Object.values(available),
      ...Object.values(utilised),
    ]);
    expect(new Set(amounts)).toEqual(new Set([0]));
  });
});
