import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { alertHistoryTable, ato, basket, item, params, simple, snapshotTable } from "../testing/alert-forms.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { differences } from "../testing/shape.ts";
import { cashUser, orderOf, type Row, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser] });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

const created = async (form: Record<string, string> = simple): Promise<string> =>
  (await trader.form("POST", "/alerts", form)).body.data.uuid;
const read = async (uuid: string): Promise<Row> => (await trader.get(`/alerts/${uuid}`)).body.data;
const history = async (uuid: string): Promise<Row[]> => (await trader.get(`/alerts/${uuid}/history`)).body.data;

describe("firing", () => {
  test("happens when the comparison becomes true, and again when it does so again", async () => {
    const uuid = await created();
    simulator.setPrice("NSE:INFY", 1450.6);
    expect(await history(uuid)).toEqual([]);
    simulator.setPrice("NSE:INFY", 1450.5);
    simulator.setPrice("NSE:INFY", 1440);
    const rows = await history(uuid);
    expect(rows).toHaveLength(1);
    expect(differences(rows[0], alertHistoryTable)).toEqual([]);
    expect(differences(rows[0].meta[0], snapshotTable)).toEqual([]);
    expect(rows[0]).toMatchObject({
      uuid,
      type: "simple",
      condition: 'LastTradedPrice("NSE:INFY") <= 1450.5',
      created_at: "2026-03-02 10:15:30",
      order_meta: null,
      meta: [{ tradingsymbol: "INFY", last_price: 1450.5 }],
    });
    simulator.setPrice("NSE:INFY", 1500);
    simulator.setPrice("NSE:INFY", 1400);
    expect(await history(uuid)).toHaveLength(2);
    expect(await read(uuid)).toMatchObject({ status: "enabled", alert_count: 2 });
  });

  test("compares two prices, and knows indices by their own name", async () => {
    const form = {
      ...simple,
      lhs_exchange: "INDICES",
      lhs_tradingsymbol: "NIFTY 50",
      operator: "<",
      rhs_type: "instrument",
      rhs_exchange: "NSE",
      rhs_tradingsymbol: "INFY",
      rhs_attribute: "LastTradedPrice",
    };
    const uuid = await created(form);
    expect(await read(uuid)).toMatchObject({ rhs_type: "instrument", rhs_constant: 0, rhs_tradingsymbol: "INFY" });
    simulator.setPrice("NSE:NIFTY 50", 1499);
    const [row] = await history(uuid);
    expect(row.condition).toBe('LastTradedPrice("INDICES:NIFTY 50") < LastTradedPrice("NSE:INFY")');
    for (const side of row.meta) expect(differences(side, snapshotTable)).toEqual([]);
    expect(row.meta).toMatchObject([
      { exchange: "INDICES", last_price: 1499, last_trade_time: "0001-01-01 00:00:00" },
      { exchange: "NSE", last_price: 1500, last_trade_time: expect.stringMatching(/^2026-03-02/) },
    ]);
  });

  test.each([
    ["<=", [1500, 1499], [1501]],
    [">=", [1500, 1501], [1499]],
    ["<", [1499], [1500, 1501]],
    [">", [1501], [1500, 1499]],
    ["==", [1500], [1499, 1501]],
  ])("%s compares as it reads", async (operator, firing, silent) => {
    for (const [prices, count] of [
      [firing, 1],
      [silent, 0],
    ] as const) {
      for (const price of prices) {
        simulator.setPrice("NSE:INFY", price);
        const uuid = await created({ ...simple, operator, rhs_constant: "1500" });
        expect([operator, price, await history(uuid)]).toEqual([operator, price, Array(count).fill(expect.anything())]);
      }
    }
  });

  test("an ato alert places its basket once, and says what became of each order", async () => {
    const dear = { ...item, params: { ...params, quantity: 100_000 } };
    const uuid = await created({ ...ato, basket: JSON.stringify({ ...basket, items: [item, dear] }) });
    simulator.setPrice("NSE:INFY", 1450);
    simulator.setPrice("NSE:INFY", 1500);
    simulator.setPrice("NSE:INFY", 1450);
    const rows = await history(uuid);
    expect(rows).toHaveLength(1);
    const [order, refusal] = rows[0].order_meta;
    expect(await orderOf(trader, order.order_id)).toMatchObject({ status: "COMPLETE", quantity: 3, tag: "dip" });
    expect(refusal.error).toMatchObject({ code: 400 });
    expect(await read(uuid)).toMatchObject({ status: "disabled", alert_count: 1 });
    expect(simulator.orders()).toHaveLength(1);
  });
});
