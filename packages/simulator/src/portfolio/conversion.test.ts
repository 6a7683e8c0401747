import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createExchange, type Exchange } from "../exchange.ts";
import { Refusal } from "../refusal.ts";
import type { Account } from "./account.ts";
import { type Conversion, convert, openQuantity } from "./conversion.ts";
import { freeQuantity } from "./holding.ts";
import { netQuantity, type Position, type Product, positionRow } from "./position.ts";

/** The trader's account on a fixed day; futures carry `26APR`. */
function trader(seed = 7): { readonly exchange: Exchange; readonly account: Account } {
  const exchange = createExchange({ seed, clock: () => Date.UTC(2026, 2, 2, 5) });
  const account = exchange.accounts.get("SIM001");
  if (!account) throw new Error("the trader is missing");
  return { exchange, account };
}

const find = ({ positions }: Account, tradingsymbol: string, product: string): Position | undefined =>
  positions.find((position) => position.instrument.tradingsymbol === tradingsymbol && position.product === product);

const axisbank: Conversion = {
  exchange: "NSE",
  tradingsymbol: "AXISBANK",
  transaction_type: "BUY",
  position_type: "day",
  quantity: 2,
  old_product: "CNC",
  new_product: "MIS",
};

test("moves part of a purchase to a new row at its price", () => {
  const { account } = trader();
  const before = find(account, "AXISBANK", "CNC")?.bought ?? { quantity: 0, value: 0 };
  convert(account, axisbank);
  const price = before.value / before.quantity;
  expect(find(account, "AXISBANK", "MIS")?.bought.quantity).toBe(2);
  expect(find(account, "AXISBANK", "MIS")?.bought.value).toBeCloseTo(2 * price, 6);
  expect(find(account, "AXISBANK", "CNC")?.bought.quantity).toBe(before.quantity - 2);
  expect(find(account, "AXISBANK", "CNC")?.bought.value).toBeCloseTo(before.value - 2 * price, 6);
});

test("moves a carried contract with what it cost, and only what is still open of it", () => {
  const { account } = trader();
  const nifty = { ...axisbank, exchange: "NFO", tradingsymbol: "NIFTY26APRFUT", old_product: "NRML" } as const;
  const source = find(account, "NIFTY26APRFUT", "NRML");
  const carried = source?.carriedLong ?? { quantity: 0, value: 0 };
  // 65 of the carried ones were sold today
  expect(source && openQuantity(source, "BUY")).toEqual({ day: 0, overnight: carried.quantity - 65 });
  expect(() => convert(account, { ...nifty, position_type: "overnight", quantity: carried.quantity })).toThrow(
    "Invalid `quantity`.",
  );
  convert(account, { ...nifty, position_type: "overnight", quantity: 65 });
  expect(find(account, "NIFTY26APRFUT", "MIS")?.carriedLong).toEqual({
    quantity: 65,
    value: (carried.value / carried.quantity) * 65,
  });
});

test("a row that was converted away is gone, a row that was traded stays", () => {
  const { account } = trader();
  const all = netQuantity(find(account, "AXISBANK", "CNC") as Position);
  convert(account, { ...axisbank, quantity: all });
  expect(find(account, "AXISBANK", "CNC")).toBeUndefined();
  const sbin = { ...axisbank, exchange: "BSE", tradingsymbol: "SBIN", transaction_type: "SELL" } as const;
  const short = -netQuantity(find(account, "SBIN", "MIS") as Position);
  expect(() => convert(account, { ...sbin, old_product: "MIS", new_product: "CNC", quantity: 1000 })).toThrow();
  const owned = account.holdings.find(({ instrument }) => instrument.tradingsymbol === "SBIN");
  const sellable = Math.min(short, owned ? freeQuantity(owned) : 0);
  convert(account, { ...sbin, old_product: "MIS", new_product: "CNC", quantity: sellable });
  expect(find(account, "SBIN", "MIS")?.bought.quantity).toBeGreaterThan(0);
});

describe("holdings follow", () => {
  const sale: Conversion = { ...axisbank, tradingsymbol: "TATASTEEL", transaction_type: "SELL", quantity: 4 };

  test("a delivery sale turned into an intraday short gives the shares back", () => {
    const { account } = trader();
    const holding = account.holdings.find(({ instrument }) => instrument.tradingsymbol === "TATASTEEL");
    const sold = holding?.used_quantity ?? 0;
    convert(account, sale);
    expect(holding?.used_quantity).toBe(sold - 4);
    convert(account, { ...sale, old_product: "MIS", new_product: "CNC", quantity: 1 });
    expect(holding?.used_quantity).toBe(sold - 3);
  });

  test("nothing can be delivered that is not there", () => {
    const { account } = trader();
    const holding = account.holdings.find(({ instrument }) => instrument.tradingsymbol === "SBIN");
    const position = find(account, "SBIN", "MIS");
    if (!holding || !position) throw new Error("SBIN is missing");
    position.sold = { quantity: 500, value: 500 * 760 };
    const short = { ...sale, exchange: "BSE", tradingsymbol: "SBIN", old_product: "MIS", new_product: "CNC" } as const;
    const free = freeQuantity(holding);
    expect(() => convert(account, { ...short, quantity: free + 1 })).toThrow("Insufficient holdings");
    convert(account, { ...short, quantity: free });
    expect(freeQuantity(holding)).toBe(0);
  });
});

test.each<[string, Partial<Conversion>, string]>([
  ["an unknown instrument", { tradingsymbol: "NOSUCH" }, "tradingsymbol"],
  ["an instrument of another exchange", { exchange: "BSE" }, "tradingsymbol"],
  ["a product without a position", { old_product: "MIS", new_product: "CNC" }, "old_product"],
  ["the same product", { new_product: "CNC" }, "new_product"],
  ["a contract product for shares", { new_product: "NRML" }, "product"],
  ["the other side", { transaction_type: "SELL" }, "transaction_type"],
  ["a part that is not there", { position_type: "overnight" }, "position_type"],
  ["more than there is", { quantity: 1_000_000 }, "quantity"],
  [
    "half a lot",
    { exchange: "NFO", tradingsymbol: "NIFTY26APR25500CE", old_product: "NRML", quantity: 10 },
    "quantity",
  ],
  [
    "delivery of a contract",
    { exchange: "NFO", tradingsymbol: "NIFTY26APR25500CE", old_product: "NRML", new_product: "CNC", quantity: 65 },
    "product",
  ],
  ["shares lent for a short", { tradingsymbol: "TATASTEEL", transaction_type: "SELL", new_product: "MTF" }, "product"],
  [
    "a position that is closed",
    { tradingsymbol: "ICICIBANK", old_product: "MIS", new_product: "CNC" },
    "transaction_type",
  ],
])("refuses %s, and changes nothing", (_, change, field) => {
  const { account } = trader();
  const before = structuredClone(account.positions);
  expect(() => convert(account, { ...axisbank, ...change })).toThrow(`Invalid \`${field}\`.`);
  expect(account.positions).toEqual(before);
});

/** A wish that fits the book more often than not: some open part of some position, and any other product. */
const wishes = fc.record({
  position: fc.nat(100),
  position_type: fc.constantFrom("day", "overnight"),
  share: fc.integer({ min: 1, max: 100 }),
  new_product: fc.constantFrom("CNC", "NRML", "MIS", "MTF"),
} as const);

test("no sequence of conversions changes what the account holds, earns, or has sold", () => {
  let done = 0;
  fc.assert(
    fc.property(fc.integer(), fc.array(wishes, { minLength: 20, maxLength: 40 }), (seed, sequence) => {
      const { exchange, account } = trader(seed);
      const before = totals(exchange, account);
      for (const wish of sequence) {
        done += attempt(account, wish);
        expectSameTotals(totals(exchange, account), before);
        expectHoldingsToMatch(account);
      }
    }),
    { numRuns: 40 },
  );
  expect(done).toBeGreaterThan(100);
});

type Wish = { position: number; position_type: "day" | "overnight"; share: number; new_product: Product };

/** Converts if the exchange lets us; 1 when it did. */
function attempt(account: Account, { position, position_type, share, new_product }: Wish): 0 | 1 {
  const source = account.positions[position % account.positions.length];
  if (!source) return 0;
  const { exchange, tradingsymbol, lot_size } = source.instrument;
  const transaction_type = netQuantity(source) < 0 ? "SELL" : "BUY";
  const lots = Math.ceil((openQuantity(source, transaction_type)[position_type] / lot_size) * (share / 100));
  const quantity = lots * lot_size;
  const old_product = source.product;
  try {
    convert(account, { exchange, tradingsymbol, transaction_type, position_type, quantity, old_product, new_product });
    return 1;
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return 0;
  }
}

const FIELDS = ["quantity", "overnight_quantity", "value", "pnl", "m2m", "day_buy_value", "day_sell_value"];

function totals(exchange: Exchange, { positions }: Account): Map<string, number> {
  const sums = new Map<string, number>();
  for (const position of positions) {
    const row = positionRow(position, exchange.market.priceOf(position.instrument));
    for (const field of FIELDS) {
      const name = `${position.instrument.tradingsymbol} ${field}`;
      sums.set(name, (sums.get(name) ?? 0) + Number(row[field]));
    }
  }
  return sums;
}

function expectSameTotals(now: Map<string, number>, before: Map<string, number>): void {
  expect(now.size).toBe(before.size);
  const changed = [...now].filter(([name, value]) => !(Math.abs(value - (before.get(name) ?? Number.NaN)) < 1e-4));
  expect(changed).toEqual([]);
}

function expectHoldingsToMatch({ holdings, positions }: Account): void {
  for (const holding of holdings) {
    const delivery = positions.find(
      ({ instrument, product }) => product === "CNC" && instrument.isin === holding.instrument.isin,
    );
    expect(holding.used_quantity).toBe(delivery ? Math.max(0, -netQuantity(delivery)) : 0);
    expect(freeQuantity(holding)).toBeGreaterThanOrEqual(0);
  }
}
