import fc from "fast-check";
import { expect, test } from "vitest";
import type { Row } from "../testing/trade.ts";
import { steps, World } from "../testing/world.ts";

const sum = (rows: Row[], value: (row: Row) => number): number => rows.reduce((total, row) => total + value(row), 0);

/** Orders, trades, positions and money tell the same story. Gives the number of trades. */
async function expectToAddUp(world: World, tradesBefore: number): Promise<number> {
  const orders: Row[] = await world.list("/orders");
  const trades: Row[] = await world.list("/trades");
  const { net, day } = await world.list("/portfolio/positions");
  expect(net).toEqual(day);
  for (const order of orders) {
    const own = trades.filter((trade) => trade.order_id === order.order_id);
    expect(sum(own, (trade) => trade.quantity)).toBe(order.filled_quantity);
    expect(order.filled_quantity).toBeLessThanOrEqual(order.quantity);
    expect(order.status === "COMPLETE").toBe(order.filled_quantity === order.quantity);
    if (order.validity === "IOC") expect(order.status).not.toBe("OPEN");
  }
  for (const trade of trades.slice(tradesBefore)) {
    const { price } = orders.find((order) => order.order_id === trade.order_id);
    if (trade.transaction_type === "BUY") expect(trade.average_price).toBeLessThanOrEqual(price);
    else expect(trade.average_price).toBeGreaterThanOrEqual(price);
  }
  expectPositions(net, trades);
  expectMoney(await world.list("/user/margins/equity"), net, orders);
  return trades.length;
}

function expectPositions(net: Row[], trades: Row[]): void {
  const value = (row: Row): number => row.quantity * row.average_price;
  for (const position of net) {
    const own = trades.filter((trade) => trade.product === position.product);
    const bought = own.filter((trade) => trade.transaction_type === "BUY");
    const sold = own.filter((trade) => trade.transaction_type === "SELL");
    expect(position.day_buy_quantity).toBe(sum(bought, (trade) => trade.quantity));
    expect(position.day_sell_quantity).toBe(sum(sold, (trade) => trade.quantity));
    expect(position.buy_value).toBeCloseTo(sum(bought, value), 4);
    expect(position.sell_value).toBeCloseTo(sum(sold, value), 4);
    expect(position.quantity).toBe(position.day_buy_quantity - position.day_sell_quantity);
    // nothing is held, so nothing can be sold for delivery that was not bought
    if (position.product === "CNC") expect(position.quantity).toBeGreaterThanOrEqual(0);
  }
  expect(new Set(trades.map((trade) => trade.product)).size).toBe(net.length);
}

const isOpen = (order: Row): boolean => order.status === "OPEN" || order.status === "TRIGGER PENDING";

function expectMoney({ net, available, utilised }: Row, positions: Row[], orders: Row[]): void {
  const { debits, ...parts } = utilised;
  expect(debits).toBeCloseTo(
    Object.values<number>(parts).reduce((total, part) => total + part, 0),
    4,
  );
  expect(net).toBeCloseTo(available.cash - debits, 4);
  const leverage = (row: Row): number => (row.product === "MIS" ? 5 : 1);
  const held = sum(positions, (row) => (Math.abs(row.quantity) * row.average_price) / leverage(row));
  const booked = sum(positions, (row) => {
    return Math.min(row.buy_quantity, row.sell_quantity) * (row.sell_price - row.buy_price);
  });
  const open = orders.filter(isOpen);
  // an order may close a position and then blocks nothing; a market order in waiting is paid for at the last price
  const most = sum(open, (row) => ((row.quantity - row.filled_quantity) * (row.price || 1510)) / leverage(row));
  expect(debits).toBeGreaterThanOrEqual(held - booked - 1e-3);
  expect(debits).toBeLessThanOrEqual(held - booked + most + 1e-3);
}

test("orders, trades, positions and money add up at every step", async () => {
  let agreed = 0;
  let trades = 0;
  const property = fc.asyncProperty(
    fc.nat(1000),
    fc.array(steps, { minLength: 10, maxLength: 25 }),
    async (seed, script) => {
      const world = new World(seed);
      await world.signIn();
      let seen = 0;
      for (const step of script) {
        if (await world.do(step)) agreed += 1;
        seen = await expectToAddUp(world, seen);
      }
      trades += seen;
      for (const order of await world.list("/orders")) {
        if (isOpen(order)) await world.send("DELETE", `/orders/regular/${order.order_id}`);
      }
      await expectToAddUp(world, seen);
    },
  );
  await fc.assert(property, { numRuns: 25 });
  expect(agreed).toBeGreaterThan(100);
  expect(trades).toBeGreaterThan(50);
}, 60_000);

test("the same seed and the same script give the same bytes", async () => {
  const script = fc.sample(steps, { numRuns: 60, seed: 11 });
  const run = async (seed: number): Promise<string[]> => {
    const world = new World(seed);
    await world.signIn();
    for (const step of script) await world.do(step);
    const condition = { exchange: "NSE", tradingsymbol: "INFY", trigger_values: [1450], last_price: 1500 };
    const order = { exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: 1, order_type: "LIMIT" };
    const orders = [{ ...order, product: "CNC", price: 1500 }];
    await world.send("POST", "/gtt/triggers", {
      type: "single",
      condition: JSON.stringify(condition),
      orders: JSON.stringify(orders),
    });
    await world.do({ kind: "move", ticks: -600 });
    for (const path of ["/orders", "/trades", "/portfolio/positions", "/user/margins", "/gtt/triggers"]) {
      await world.list(path);
    }
    return world.texts;
  };
  const [one, same, other] = [await run(3), await run(3), await run(4)];
  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
});
