import { expect } from "vitest";
import type { Row } from "../trade.ts";
import type { Books } from "./flow.ts";

export type Traded = Pick<Books, "orders" | "trades">;

const sum = (rows: readonly Row[], value: (row: Row) => number): number =>
  rows.reduce((total, row) => total + value(row), 0);
const bought = (rows: readonly Row[]): Row[] => rows.filter((row) => row.transaction_type === "BUY");
const sold = (rows: readonly Row[]): Row[] => rows.filter((row) => row.transaction_type === "SELL");
const quantityOf = (row: Row): number => row.quantity;
const nameOf = (row: Row): string => `${row.exchange}:${row.tradingsymbol}`;
/** Rupees are compared to a hundredth of a paisa. */
const expectRupees = (found: number, wanted: number, what: string): void => {
  expect(Math.abs(found - wanted), `${what}: ${found} instead of ${wanted}`).toBeLessThan(
    1e-4 + 1e-12 * Math.abs(wanted),
  );
};

/** Orders are what their trades make of them. */
export function expectOrders({ orders, trades }: Traded): void {
  for (const order of orders) {
    const own = trades.filter(({ order_id }) => order_id === order.order_id);
    const filled = sum(own, quantityOf);
    const paid = sum(own, (trade) => trade.quantity * trade.average_price);
    expect(order.filled_quantity).toBe(filled);
    expectRupees(order.average_price, filled === 0 ? 0 : paid / filled, "average_price");
    expect(filled).toBeLessThanOrEqual(order.quantity);
    expect(order.status === "COMPLETE").toBe(filled === order.quantity);
    for (const trade of own) {
      const { exchange, tradingsymbol, product, transaction_type, exchange_order_id } = order;
      // a conversion moves positions, and no trades
      expect(trade).toMatchObject({ exchange, tradingsymbol, product, transaction_type, exchange_order_id });
    }
    if (order.status === "OPEN" || order.status === "TRIGGER PENDING") {
      expect(order.pending_quantity).toBe(order.quantity - filled);
    }
    if (order.status === "TRIGGER PENDING" || order.status === "REJECTED") expect(filled).toBe(0);
    if (order.validity === "IOC") expect(order.status).not.toBe("OPEN");
  }
  const known = new Set(orders.map(({ order_id }) => order_id));
  expect(trades.filter(({ order_id }) => !known.has(order_id))).toEqual([]);
  expect(new Set(trades.map(({ trade_id }) => trade_id)).size).toBe(trades.length);
}

/** Whatever was traded since an earlier look was traded within the limit of its order, and within the band. */
export function expectFillsInside(before: Books, after: Books): void {
  for (const trade of after.trades.slice(before.trades.length)) {
    const { average_price, order_id, transaction_type } = trade;
    const order = after.orders.find((one) => one.order_id === order_id);
    if (transaction_type === "BUY") expect(average_price).toBeLessThanOrEqual(order.price);
    else expect(average_price).toBeGreaterThanOrEqual(order.price);
    const band = after.quotes[nameOf(trade)];
    if (!band) continue;
    expect(average_price).toBeGreaterThanOrEqual(band.lower_circuit_limit);
    expect(average_price).toBeLessThanOrEqual(band.upper_circuit_limit);
  }
}

/** Who offers a better price is served first, and at the same price who came first. */
export function expectPriority(before: Traded, after: Traded): void {
  const fresh = new Set(after.trades.slice(before.trades.length).map(({ order_id }) => order_id));
  const rested = after.orders.filter(({ order_id, price }) =>
    before.orders.some((one) => one.order_id === order_id && one.status === "OPEN" && one.price === price),
  );
  for (const served of rested.filter(({ order_id }) => fresh.has(order_id))) {
    const sign = served.transaction_type === "BUY" ? 1 : -1;
    const passedOver = rested.filter(
      (order) =>
        order.status === "OPEN" &&
        order.variety !== "auction" &&
        nameOf(order) === nameOf(served) &&
        order.transaction_type === served.transaction_type &&
        sign * (order.price - served.price) > 0,
    );
    expect(
      passedOver.map(({ order_id }) => order_id),
      `passed over by ${served.order_id}`,
    ).toEqual([]);
    // a modification costs the place in the queue, and is not looked at here
    const earlier = rested.filter(
      (order) =>
        order.status === "OPEN" &&
        nameOf(order) === nameOf(served) &&
        order.transaction_type === served.transaction_type &&
        order.price === served.price &&
        order.variety === "regular" &&
        !order.modified &&
        !served.modified &&
        BigInt(order.order_id) < BigInt(served.order_id),
    );
    expect(
      earlier.map(({ order_id }) => order_id),
      `overtaken by ${served.order_id}`,
    ).toEqual([]);
  }
}

/** The documented formulas hold in a row of positions, by itself. */
function expectFormulas(row: Row): void {
  const { multiplier: m, quantity: q } = row;
  expect(q).toBe(row.buy_quantity - row.sell_quantity);
  expect(row.overnight_quantity + row.day_buy_quantity - row.day_sell_quantity).toBe(q);
  for (const side of ["buy", "sell", "day_buy", "day_sell"]) {
    expectRupees(row[`${side}_value`], row[`${side}_quantity`] * row[`${side}_price`] * m, `${side}_value`);
  }
  expectRupees(row.value, row.sell_value - row.buy_value, "value");
  expectRupees(row.pnl, row.value + q * row.last_price * m, "pnl");
  const long = Math.max(0, row.overnight_quantity);
  const short = Math.max(0, -row.overnight_quantity);
  expectRupees(row.buy_m2m, long * row.close_price * m + row.day_buy_value, "buy_m2m");
  expectRupees(row.sell_m2m, short * row.close_price * m + row.day_sell_value, "sell_m2m");
  expectRupees(row.m2m, row.sell_m2m - row.buy_m2m + q * row.last_price * m, "m2m");
  expect(row.average_price).toBe(q > 0 ? row.buy_price : q < 0 ? row.sell_price : 0);
  expect([row.unrealised, row.realised]).toEqual([row.pnl, 0]);
}

/** Positions are what was carried into the day and what was traded in it, summed over the products of an instrument. */
export function expectPositions(start: Books, { net, day, trades }: Books): void {
  for (const row of [...net, ...day]) expectFormulas(row);
  const names = new Set([...start.net, ...net, ...trades].map(nameOf));
  for (const name of names) {
    const of = (rows: readonly Row[]): Row[] => rows.filter((row) => nameOf(row) === name);
    const carried = (side: "buy" | "sell"): number =>
      sum(of(start.net), (row) => row[`${side}_value`] - row[`day_${side}_value`]);
    const [rows, own] = [of(net), of(trades)];
    const m = rows[0]?.multiplier;
    const value = (trade: Row): number => trade.quantity * trade.average_price * m;
    expect(sum(rows, (row) => row.overnight_quantity)).toBe(sum(of(start.net), (row) => row.overnight_quantity));
    expect(sum(rows, (row) => row.day_buy_quantity)).toBe(sum(bought(own), quantityOf));
    expect(sum(rows, (row) => row.day_sell_quantity)).toBe(sum(sold(own), quantityOf));
    expectRupees(
      sum(rows, (row) => row.day_buy_value),
      sum(bought(own), value),
      `${name} bought`,
    );
    expectRupees(
      sum(rows, (row) => row.day_sell_value),
      sum(sold(own), value),
      `${name} sold`,
    );
    expectRupees(
      sum(rows, (row) => row.buy_value),
      carried("buy") + sum(bought(own), value),
      `${name} buy_value`,
    );
    expectRupees(
      sum(rows, (row) => row.sell_value),
      carried("sell") + sum(sold(own), value),
      `${name} sell_value`,
    );
  }
  for (const row of net) {
    const today = day.find((one) => nameOf(one) === nameOf(row) && one.product === row.product);
    expect(today?.buy_quantity ?? 0).toBe(row.day_buy_quantity);
    expect(today?.sell_quantity ?? 0).toBe(row.day_sell_quantity);
    expect(today?.overnight_quantity ?? 0).toBe(0);
  }
  expect(day.every((row) => net.some((one) => nameOf(one) === nameOf(row) && one.product === row.product))).toBe(true);
}

/** Holdings lose what is sold out of them, and nothing else; nobody sells what is not there. */
export function expectHoldings(start: Books, { holdings, net }: Books): void {
  for (const row of holdings) {
    const before = start.holdings.find(({ isin }) => isin === row.isin);
    expect(row.realised_quantity).toBe(before.realised_quantity);
    expect(row.t1_quantity).toBe(before.t1_quantity);
    expect(row.quantity + (row.used_quantity ?? 0)).toBe(row.realised_quantity);
    const sales = net.filter((one) => one.product === "CNC" && one.tradingsymbol === row.tradingsymbol);
    expect(row.used_quantity ?? 0).toBe(sum(sales, (one) => Math.max(0, -one.quantity)));
    expect(row.used_quantity ?? 0).toBeLessThanOrEqual(row.realised_quantity + row.t1_quantity);
  }
  for (const row of net) {
    if (row.product !== "CNC" || row.quantity >= 0) continue;
    expect(holdings.some(({ tradingsymbol }) => tradingsymbol === row.tradingsymbol)).toBe(true);
  }
}

/** Five rows a side, never below nothing, best first, and never crossed. */
export function expectBooks({ quotes }: Books): void {
  for (const { depth, buy_quantity, sell_quantity } of Object.values(quotes)) {
    for (const level of [...depth.buy, ...depth.sell]) {
      expect(level.quantity).toBeGreaterThanOrEqual(0);
      expect([level.price === 0, level.orders === 0]).toEqual(Array(2).fill(level.quantity === 0));
    }
    const prices = (levels: Row[]): number[] => levels.map(({ price }) => price).filter((price) => price > 0);
    const [bids, offers] = [prices(depth.buy), prices(depth.sell)];
    expect(bids).toEqual([...new Set(bids)].sort((a, b) => b - a));
    expect(offers).toEqual([...new Set(offers)].sort((a, b) => a - b));
    expect(bids[0] ?? 0).toBeLessThan(offers[0] ?? Number.POSITIVE_INFINITY);
    expect(buy_quantity).toBeGreaterThanOrEqual(sum(depth.buy, quantityOf));
    expect(sell_quantity).toBeGreaterThanOrEqual(sum(depth.sell, quantityOf));
  }
}

/** What is used is the sum of its parts, and what is left is cash without it. */
export function expectMoney(start: Books, { margins }: Books): void {
  for (const segment of ["equity", "commodity"]) {
    const { available, net, utilised } = margins[segment];
    const { debits, ...parts } = utilised;
    expectRupees(debits, sum(Object.values(parts), Number), "debits");
    expectRupees(net, available.cash - debits, "net");
    expectRupees(available.live_balance, net, "live_balance");
    expect(available.cash).toBe(start.margins[segment].available.cash);
    for (const part of ["span", "exposure", "option_premium", "delivery"])
      expect(parts[part]).toBeGreaterThanOrEqual(0);
  }
}
