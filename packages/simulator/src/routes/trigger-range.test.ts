import { afterAll, beforeAll, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { Caller, signIn } from "../testing/caller.ts";
import { badField, badToken } from "../testing/refused.ts";

let simulator: Simulator;
let trader: Caller;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => Date.parse("2026-03-02T10:15:30+05:30") });
  trader = await signIn(simulator);
  simulator.setPrice("NSE:INFY", 1500);
});
afterAll(() => simulator.close());

const path = "/instruments/trigger_range";

test("a stop lies within a tenth of the price, below it for a purchase and above it for a sale", async () => {
  const buy = await trader.get(`${path}/buy?i=NSE:INFY&i=NSE:M%26M`);
  expect([buy.status, buy.type, Object.keys(buy.body.data)]).toEqual([
    200,
    "application/json",
    ["NSE:INFY", "NSE:M&M"],
  ]);
  expect(buy.body.data["NSE:INFY"]).toEqual({ instrument_token: 0, lower: 1350, upper: 1499.9 });
  const sell = (await trader.get(`${path}/sell?i=NSE:INFY`)).body.data;
  expect(sell).toEqual({ "NSE:INFY": { instrument_token: 0, lower: 1500.1, upper: 1650 } });
});

test("indices and unknown names are left out", async () => {
  expect((await trader.get(`${path}/buy?i=NSE:NIFTY+50&i=NSE:NOSUCH`)).body.data).toEqual({});
});

test("refuses another side, a request for nothing, and somebody without a session", async () => {
  for (const side of ["BUY", "hold"]) {
    expect(await trader.get(`${path}/${side}?i=NSE:INFY`)).toEqual(badField("transaction_type"));
  }
  expect(await trader.get(`${path}/sell`)).toEqual(badField("i"));
  expect(await new Caller(simulator).get(`${path}/buy?i=NSE:INFY`)).toEqual(badToken);
});
