import { afterAll, beforeAll, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { refused } from "../testing/refused.ts";

let simulator: Simulator;
let trader: Caller;
beforeAll(async () => {
  simulator = await startSimulator();
  trader = await signIn(simulator);
});
afterAll(() => simulator.close());

test.each([
  "/instruments",
  "/instruments/NSE",
  "/instruments/historical/408065/day",
  "/instruments/trigger_range/buy",
  "/quote",
  "/quote/ohlc",
  "/quote/ltp",
  "/mf/instruments",
])("%s can be read and nothing else", async (path) => {
  for (const method of ["POST", "PUT", "DELETE"]) {
    expect(await trader.send(path, { method })).toEqual(refused(405, "GeneralException", "Request method not allowed"));
  }
});

test.each(["/quotes", "/quote/full", "/instruments/historical/408065", "/instruments/NSE/INFY/trigger_range"])(
  "%s is no route",
  async (path) => {
    expect(await trader.get(path)).toEqual(refused(404, "GeneralException", "Route not found"));
  },
);
