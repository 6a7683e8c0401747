import fc from "fast-check";
import { expect, test } from "vitest";
import { Flow } from "../testing/invariants/flow.ts";
import { TRADED } from "../testing/invariants/steps.ts";
import type { Row } from "../testing/trade.ts";

const side = fc.constantFrom("BUY" as const, "SELL" as const);
const segmentOf = (exchange: string): "equity" | "commodity" => (exchange === "MCX" ? "commodity" : "equity");

async function netOf(flow: Flow, exchange: string): Promise<number> {
  return (await flow.read(`/user/margins/${segmentOf(exchange)}`)).net;
}

test("a resting order blocks what the calculator says, and gives it back when it goes", async () => {
  const wish = fc.record({
    what: fc.nat(TRADED.length - 1),
    side,
    product: fc.nat(1),
    lots: fc.integer({ min: 1, max: 3 }),
    ticks: fc.integer({ min: 10, max: 60 }),
  });
  const flow = await Flow.start(3, "cash");
  const property = fc.asyncProperty(wish, async ({ what, side: transaction_type, product, lots, ticks }) => {
    const { exchange, tradingsymbol, key, lot, tick, products } = flow.traded[what] ?? {};
    if (!exchange || !tradingsymbol || !key || !lot || !tick || !products) throw new Error("nothing is traded");
    // nobody here holds anything to be delivered
    const name = transaction_type === "SELL" && products[product] === "CNC" ? "MIS" : products[product];
    const { last_price, depth } = (await flow.read(`/quote?${new URLSearchParams({ i: key })}`))[key];
    const best = (transaction_type === "BUY" ? depth.buy : depth.sell)[0]?.price || last_price;
    const away = Math.round(best / tick) + (transaction_type === "BUY" ? -ticks : ticks);
    const order = {
      exchange,
      tradingsymbol,
      transaction_type,
      product: name ?? "MIS",
      order_type: "LIMIT",
      quantity: lots * lot,
      price: Number((away * tick).toFixed(4)),
    };
    const [margin] = (await flow.calculate([{ ...order, variety: "regular", trigger_price: 0 }])) as Row[];
    const before = await netOf(flow, exchange);
    const form = { ...order, quantity: String(order.quantity), price: String(order.price) };
    const { body } = await flow.send("POST", "/orders/regular", form);
    expect(body).toMatchObject({ status: "success" });
    expect(before - (await netOf(flow, exchange))).toBeCloseTo(margin.total, 4);
    expect(margin.total).toBeGreaterThan(0);
    await flow.send("DELETE", `/orders/regular/${body.data.order_id}`);
    expect(await netOf(flow, exchange)).toBeCloseTo(before, 6);
  });
  await fc.assert(property, { numRuns: 40 });
}, 20_000);

test("who has closed everything has what was there before, and what was won or lost", async () => {
  const trade = fc.record({ what: fc.constantFrom(0, 0, 2, 4, 5), side, lots: fc.integer({ min: 1, max: 3 }) });
  const move = fc.integer({ min: -20, max: 20 });
  const flow = fc.array(fc.tuple(trade, move), { minLength: 2, maxLength: 6 });
  const property = fc.asyncProperty(fc.integer({ min: 1, max: 3 }), flow, async (seed, all) => {
    const world = await Flow.start(seed, "cash");
    const before = await world.read("/user/margins");
    const market = {
      kind: "place",
      variety: "regular",
      type: "MARKET",
      validity: "DAY",
      product: 0,
      ticks: 0,
    } as const;
    for (const [wish, ticks] of all) {
      await world.do({ ...market, ...wish });
      await world.do({ kind: "move", what: wish.what, ticks });
    }
    // a thin book needs more than one round
    for (let round = 0; round < 20; round += 1) {
      for (const order of (await world.read("/orders")) as Row[]) {
        if (order.status === "OPEN") await world.send("DELETE", `/orders/regular/${order.order_id}`);
      }
      const open = ((await world.read("/portfolio/positions")).net as Row[]).filter(({ quantity }) => quantity !== 0);
      if (open.length === 0) break;
      for (const { exchange, tradingsymbol, product, quantity } of open) {
        await world.send("POST", "/orders/regular", {
          exchange,
          tradingsymbol,
          product,
          transaction_type: quantity > 0 ? "SELL" : "BUY",
          quantity: String(Math.abs(quantity)),
          order_type: "MARKET",
          market_protection: "5",
        });
      }
      await world.do({ kind: "wait", seconds: 60 });
    }
    const { net } = await world.read("/portfolio/positions");
    const after = await world.read("/user/margins");
    for (const segment of ["equity", "commodity"] as const) {
      const rows = (net as Row[]).filter(({ exchange }) => segmentOf(exchange) === segment);
      expect(rows.filter(({ quantity }) => quantity !== 0)).toEqual([]);
      const won = rows.reduce((sum, row) => sum + row.sell_value - row.buy_value, 0);
      expect(after[segment].net - before[segment].net).toBeCloseTo(won, 4);
    }
  });
  await fc.assert(property, { numRuns: 8 });
}, 20_000);
