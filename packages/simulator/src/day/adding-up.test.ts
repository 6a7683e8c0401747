import fc from "fast-check";
import { expect, test } from "vitest";
import { signIn } from "../testing/caller.ts";
import { startAt } from "../testing/stepped.ts";
import { place, type Row } from "../testing/trade.ts";

/** A trade that somebody tries, at so many ticks from the price that stands, and the price after it. */
const deed = fc.record({
  what: fc.constantFrom<[string, string, string][]>(
    ["NSE", "INFY", "CNC"],
    ["NSE", "INFY", "CNC"],
    ["NSE", "INFY", "MIS"],
    ["BSE", "INFY", "CNC"],
    ["MCX", "GOLDGUINEA26APRFUT", "NRML"],
    ["MCX", "GOLDGUINEA26APRFUT", "MIS"],
  ),
  side: fc.constantFrom("BUY", "BUY", "SELL"),
  quantity: fc.integer({ min: 1, max: 3 }),
  move: fc.integer({ min: -300, max: 300 }),
  minutes: fc.integer({ min: 0, max: 90 }),
});
const days = fc.array(fc.array(deed, { maxLength: 8 }), { minLength: 2, maxLength: 4 });

/** Monday, a holiday, and days that have no evening session of their own kind. */
const DATES = ["2026-03-02", "2026-03-04", "2026-03-05", "2026-03-06"];
const GOLD = "MCX:GOLDGUINEA26APRFUT";

test("cash, holdings and positions add up over every night", async () => {
  await fc.assert(
    fc.asyncProperty(days, async (plan) => {
      await using simulator = await startAt("2026-03-02 09:30");
      let trader = await signIn(simulator);
      const data = async (path: string): Promise<Row> => (await trader.get(path)).body.data;
      const cashOf = async (segment: string): Promise<number> =>
        (await data(`/user/margins/${segment}`)).available.cash;
      const expected = { equity: await cashOf("equity"), commodity: await cashOf("commodity") };
      let shares = 0;
      let lots = 0;
      for (const [index, deeds] of plan.entries()) {
        simulator.setTime(`${DATES[index]} 09:30`);
        trader = await signIn(simulator);
        let [share, gold] = [1500, 80_000];
        for (const { what, side, quantity, move, minutes } of deeds) {
          share += move / 10;
          gold += move;
          simulator.setPrice("NSE:INFY", Math.round(share * 10) / 10);
          simulator.setPrice(GOLD, gold);
          const [exchange, tradingsymbol, product] = what;
          const near = exchange === "MCX" ? gold : Math.round(share * 10) / 10;
          const price = exchange === "MCX" ? near + (side === "BUY" ? 3 : -3) : near + (side === "BUY" ? 1 : -1);
          const form = { exchange, tradingsymbol, product, transaction_type: side, quantity: String(quantity) };
          await place(trader, { ...form, price: (Math.round(price * 10) / 10).toFixed(1) });
          simulator.advance(minutes * 60_000);
        }
        // after the last square-off, and before the night
        simulator.setTime(`${DATES[index]} 23:59`);
        const trades: Row[] = await data("/trades");
        for (const { average_price, exchange, product, quantity, transaction_type } of trades) {
          const sign = transaction_type === "BUY" ? 1 : -1;
          expected[exchange === "MCX" ? "commodity" : "equity"] -= sign * average_price * quantity;
          if (product === "CNC") shares += sign * quantity;
          if (exchange === "MCX" && product === "NRML") lots += sign * quantity;
        }
        const { last_price } = (await data(`/quote/ltp?i=${GOLD}`))[GOLD];
        simulator.advance("1m");
        const holdings: Row[] = await data("/portfolio/holdings");
        const held = holdings.reduce((sum, { quantity, t1_quantity }) => sum + quantity + t1_quantity, 0);
        expect(held).toBe(shares);
        const { net } = await data("/portfolio/positions");
        expect(net.map(({ overnight_quantity, product }: Row) => [product, overnight_quantity])).toEqual(
          lots === 0 ? [] : [["NRML", lots]],
        );
        expect(await cashOf("equity")).toBeCloseTo(expected.equity, 2);
        // what is carried has been settled at the last price, and is paid for anew from there
        expect(await cashOf("commodity")).toBeCloseTo(expected.commodity + lots * last_price, 2);
        for (const segment of ["equity", "commodity"]) {
          const { net: free, available, utilised } = await data(`/user/margins/${segment}`);
          expect(free).toBeCloseTo(available.cash - utilised.debits, 6);
          expect(utilised.m2m_realised).toBeCloseTo(0, 6);
          expect(utilised.delivery + utilised.holding_sales).toBe(0);
        }
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
