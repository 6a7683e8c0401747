import { expect, test } from "vitest";
import { orderBuilder } from "../builder/order-builder.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { limitOrder } from "../testing/samples.ts";
import { checkOrder } from "./check-order.ts";
import type { CheckedInstrument, CheckedQuote, OrderFinding } from "./finding.ts";

const infy: CheckedInstrument = {
  exchange: "NSE",
  tradingsymbol: "INFY",
  tick_size: 0.05,
  lot_size: 1,
  instrument_type: "EQ",
};
const contract = (exchange: string, odd: Partial<CheckedInstrument> = {}): CheckedInstrument => ({
  ...{ exchange, tradingsymbol: "X", tick_size: 0.05, lot_size: 65, instrument_type: "FUT" },
  ...odd,
});
const quote: CheckedQuote = { last_price: 1420, lower_circuit_limit: 1278.1, upper_circuit_limit: 1562.1 };

/** An order that may lack nothing but sense. */
const order = (odd: object = {}): PlaceOrderParams => ({ ...limitOrder, ...odd }) as PlaceOrderParams;
/** The same for what an instrument stands for. */
const orderOf = ({ exchange, tradingsymbol, lot_size }: CheckedInstrument, odd: object = {}): PlaceOrderParams =>
  order({ exchange, tradingsymbol, product: "NRML", quantity: lot_size, ...odd });
const brief = (findings: readonly OrderFinding[]) =>
  findings.map(({ severity, rule, field, suggestion }) => [severity, rule, field, suggestion]);

test("has nothing to say about an order that is right", () => {
  const now = new Date("2026-11-20T10:00:00+05:30");
  expect(checkOrder(order(), infy, quote, { now, freezeQuantity: 100_000 })).toEqual([]);
  expect(checkOrder(order(), infy)).toEqual([]);
});

test.each([
  ["BUY", 1420.53, 1420.5],
  ["SELL", 1420.53, 1420.55],
  ["BUY", 0.03, undefined],
  ["SELL", 0.03, 0.05],
])("a %s at %d off the tick is moved to %d, no worse for the caller", (transaction_type, price, suggestion) => {
  expect(brief(checkOrder(order({ transaction_type, price }), infy))).toEqual([["error", "tick", "price", suggestion]]);
});

test("takes a price with the noise of binary arithmetic for what will be sent", () => {
  expect(checkOrder(order({ price: 1420.1 + 0.05 }), infy)).toEqual([]);
  expect(checkOrder(order({ price: 0.1 + 0.2 }), infy)).toEqual([]);
});

test("moves trigger and price of a stop to the same side, and so keeps their order", () => {
  const sale = order({ transaction_type: "SELL", order_type: "SL", trigger_price: 1420.03, price: 1420.02 });
  expect(brief(checkOrder(sale, infy))).toEqual([
    ["error", "tick", "price", 1420.05],
    ["error", "tick", "trigger_price", 1420.05],
  ]);
});

test.each([
  ["BUY", 1600, 1562.1],
  ["BUY", 1200, undefined],
  ["SELL", 1200, 1278.1],
  ["SELL", 1600, undefined],
])("a %s at %d is outside the day's limits, and comes back to %d where that is no worse", (side, price, suggestion) => {
  expect(brief(checkOrder(order({ transaction_type: side, price }), infy, quote))).toEqual([
    ["error", "band", "price", suggestion],
  ]);
});

test("comes back into the limits onto the tick, also where a limit is off it", () => {
  const odd = { lower_circuit_limit: 100.03, upper_circuit_limit: 200.03 };
  expect(checkOrder(order({ price: 300 }), infy, odd)[0]?.suggestion).toBe(200);
  expect(checkOrder(order({ price: 50, transaction_type: "SELL" }), infy, odd)[0]?.suggestion).toBe(100.05);
});

test("limits of 0 are none, and no tick is no check", () => {
  expect(checkOrder(order(), infy, { lower_circuit_limit: 0, upper_circuit_limit: 0, last_price: 0 })).toEqual([]);
  expect(checkOrder(order({ price: 1420.533 }), { ...infy, tick_size: 0 })).toEqual([]);
});

test.each([
  ["BUY", { price: 1430, trigger_price: 1440 }, [["error", "trigger", "trigger_price", 1430]]],
  ["SELL", { price: 1410, trigger_price: 1400 }, [["error", "trigger", "trigger_price", 1410]]],
  ["BUY", { price: 1420, trigger_price: 1410 }, [["warning", "trigger", "trigger_price", undefined]]],
  ["SELL", { price: 1420, trigger_price: 1430 }, [["warning", "trigger", "trigger_price", undefined]]],
  ["BUY", { price: 1430, trigger_price: 1430 }, []],
  ["SELL", { price: 1410, trigger_price: 1410 }, []],
])("a stop that %ss at %j", (transaction_type, prices, findings) => {
  expect(brief(checkOrder(order({ order_type: "SL", transaction_type, ...prices }), infy, quote))).toEqual(findings);
});

test("the stop of a cover order closes it, so it stands and is rounded on the other side", () => {
  const cover = (odd: object) => order({ variety: "co", product: "MIS", ...odd });
  expect(checkOrder(cover({ price: 1420, trigger_price: 1400 }), infy, quote)).toEqual([]);
  expect(brief(checkOrder(cover({ price: 1420, trigger_price: 1400.03 }), infy))).toEqual([
    ["error", "tick", "trigger_price", 1400.05],
  ]);
  expect(brief(checkOrder(cover({ price: 1420, trigger_price: 1425 }), infy))).toEqual([
    ["error", "trigger", "trigger_price", undefined],
  ]);
  expect(brief(checkOrder(cover({ price: 1420, trigger_price: 1200 }), infy))).toEqual([
    ["warning", "trigger", "trigger_price", undefined],
  ]);
  const sale = cover({ transaction_type: "SELL", price: 1420, trigger_price: 1400 });
  expect(brief(checkOrder(sale, infy, quote))).toEqual([
    ["warning", "trigger", "trigger_price", undefined],
    ["error", "trigger", "trigger_price", undefined],
  ]);
});

test.each([
  [65, []],
  [130, []],
  [100, [["error", "lot", "quantity", 65]]],
  [64, [["error", "lot", "quantity", undefined]]],
])("a quantity of %d in lots of 65", (quantity, findings) => {
  const future = contract("NFO");
  expect(brief(checkOrder(orderOf(future, { quantity }), future))).toEqual(findings);
});

test.each([
  ["1755 in whole lots below it", { quantity: 1755 }, []],
  ["slices", { quantity: 1820 }, [["error", "freeze", "autoslice", true]]],
  ["slices that are allowed already", { quantity: 17_550, autoslice: true }, []],
  ["more than 10 slices", { quantity: 17_615, autoslice: true }, [["error", "freeze", "quantity", 17_550]]],
  ["more than 10 slices, unasked", { quantity: 17_615 }, [["error", "freeze", "quantity", 1755]]],
  [
    "a leg of an iceberg",
    { variety: "iceberg", quantity: 3640, iceberg_legs: 2, iceberg_quantity: 1820 },
    [["error", "freeze", "iceberg_quantity", 1755]],
  ],
])("a freeze quantity of 1800 in lots of 65: %s", (_, odd, findings) => {
  const future = contract("NFO");
  expect(brief(checkOrder(orderOf(future, odd), future, {}, { freezeQuantity: 1800 }))).toEqual(findings);
});

test.each([
  [{ disclosed_quantity: 1 }, []],
  [{ disclosed_quantity: 11 }, [["error", "disclosed", "disclosed_quantity", 10]]],
  [{ quantity: 101, disclosed_quantity: 10 }, [["warning", "disclosed", "disclosed_quantity", 11]]],
])("a disclosed part: %j", (odd, findings) => {
  expect(brief(checkOrder(order(odd), infy))).toEqual(findings);
});

test("only shares are disclosed in part", () => {
  const lead = contract("MCX", { lot_size: 1 });
  expect(brief(checkOrder(orderOf(lead, { disclosed_quantity: 1 }), lead))).toEqual([
    ["error", "disclosed", "disclosed_quantity", undefined],
  ]);
});

test.each([
  [1000, 5, 200, []],
  [1000, 3, 334, []],
  [1000, 4, 200, [["error", "iceberg", "iceberg_legs", 5]]],
  [1000, 6, 200, [["error", "iceberg", "iceberg_legs", 5]]],
  [10, 2, 10, [["error", "iceberg", "iceberg_legs", undefined]]],
  [1000, 100, 10, [["warning", "iceberg", "iceberg_legs", undefined]]],
])("an iceberg of %d in %d legs of %d", (quantity, iceberg_legs, iceberg_quantity, findings) => {
  const iceberg = order({ variety: "iceberg", quantity, iceberg_legs, iceberg_quantity });
  expect(brief(checkOrder(iceberg, infy))).toEqual(findings);
});

const option = { instrument_type: "CE", lot_size: 1 };
test.each<[what: string, instrument: CheckedInstrument, odd: object, findings: unknown[]]>([
  ["delivery of a contract", contract("NFO"), { product: "CNC" }, [["error", "combination", "product", "NRML"]]],
  ["funded delivery of a contract", contract("BFO"), { product: "MTF" }, [["error", "combination", "product", "NRML"]]],
  ["a carried share", infy, { product: "NRML" }, [["error", "combination", "product", "CNC"]]],
  ["a product of tomorrow", infy, { product: "NEW" }, []],
  ["an exchange of tomorrow", contract("NCO"), { product: "CNC" }, []],
  [
    "a cover order on BSE",
    { ...infy, exchange: "BSE" },
    { variety: "co", product: "MIS", trigger_price: 1400 },
    [["error", "combination", "variety", undefined]],
  ],
  [
    "a protected stop on an option",
    contract("NFO", option),
    { order_type: "SL-M", price: undefined, trigger_price: 1420, market_protection: -1 },
    [["error", "combination", "order_type", "SL"]],
  ],
  [
    "a market order for an option on MCX",
    contract("MCX", option),
    { order_type: "MARKET", price: undefined, market_protection: -1 },
    [["warning", "combination", "order_type", "LIMIT"]],
  ],
  [
    "an auction elsewhere",
    contract("NFO"),
    { variety: "auction", transaction_type: "SELL", auction_number: "1", product: "CNC" },
    [
      ["error", "combination", "product", "NRML"],
      ["error", "combination", "exchange", undefined],
    ],
  ],
  [
    "an auction at the market, for the day",
    infy,
    {
      ...{ variety: "auction", transaction_type: "SELL", auction_number: "1", product: "MIS" },
      ...{ order_type: "MARKET", price: undefined, market_protection: -1 },
    },
    [
      ["warning", "combination", "product", "CNC"],
      ["warning", "combination", "order_type", "LIMIT"],
    ],
  ],
  [
    "an after-market order for minutes",
    infy,
    { variety: "amo", product: "CNC", validity: "TTL", validity_ttl: 5 },
    [["warning", "combination", "validity", "DAY"]],
  ],
  [
    "a funded iceberg",
    infy,
    { variety: "iceberg", product: "MTF", iceberg_legs: 2, iceberg_quantity: 1, quantity: 2 },
    [["warning", "combination", "product", undefined]],
  ],
])("%s", (_, instrument, odd, findings) => {
  expect(brief(checkOrder(orderOf(instrument, odd), instrument))).toEqual(findings);
});

test("says first what placeOrder itself would refuse", () => {
  const findings = checkOrder(order({ tag: "my tag", price: 1420.53 }), infy);
  expect(brief(findings)).toEqual([["error", "input", "tag", undefined]]);
  expect(findings[0]?.message).toBe('must be 1 to 20 letters and digits, got "my tag"');
  expect(brief(checkOrder(null as unknown as PlaceOrderParams, infy))).toEqual([
    ["error", "input", "variety", undefined],
  ]);
});

test.each([
  ["another symbol", { ...infy, tradingsymbol: "SBIN" }, "instrument"],
  ["another exchange", { ...infy, exchange: "BSE" }, "instrument"],
  ["an index", { ...infy, segment: "INDICES" }, "instrument"],
  ["a contract that has expired", { ...infy, expiry: "2026-11-19" }, "expiry"],
])("does not check an order against %s", (_, instrument, rule) => {
  const now = new Date("2026-11-20T10:00:00+05:30");
  expect(brief(checkOrder(order({ price: 1420.53 }), instrument, quote, { now }))).toEqual([
    ["error", rule, "tradingsymbol", undefined],
  ]);
});

test("a contract trades on the day it expires, by the Indian calendar", () => {
  const instrument = { ...infy, expiry: "2026-11-20" };
  expect(checkOrder(order(), instrument, {}, { now: new Date("2026-11-20T15:00:00+05:30") })).toEqual([]);
  expect(checkOrder(order(), { ...infy, expiry: null }, {}, { now: new Date("2026-11-20T15:00:00+05:30") })).toEqual(
    [],
  );
});

test("takes what the builder builds", () => {
  const built = orderBuilder().buy("NSE", "INFY", 10).product("CNC").limit(1420.53).build();
  expect(brief(checkOrder(built, infy))).toEqual([["error", "tick", "price", 1420.5]]);
});

test.each([
  ["freezeQuantity", { freezeQuantity: 0 }],
  ["freezeQuantity", { freezeQuantity: Number.NaN }],
  ["now", { now: new Date("soon") }],
])("refuses a wrong %s", (field, options) => {
  expect(() => checkOrder(order(), infy, {}, options)).toThrow(new RegExp(`^checkOrder: ${field}: `));
});
