import { checkOrder } from "@kite/orders";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { infy } from "../../testing/infy.ts";
import { choicesOf, emptyForm, fitForm, orderOf, type PadForm, unreadable } from "./pad-form.ts";

const form: PadForm = { ...emptyForm, quantity: "10", price: "1,468.5" };
const all = ["CNC", "NRML", "MIS", "MTF", "BO", "CO"];

test("offers the products of the exchange that the account has, and the types of the variety", () => {
  expect(choicesOf(form, infy, all).products).toEqual(["CNC", "MIS", "MTF"]);
  expect(choicesOf(form, { exchange: "NFO" }, all).products).toEqual(["NRML", "MIS"]);
  expect(choicesOf(form, infy, ["MIS"]).products).toEqual(["MIS"]);
  expect(choicesOf({ variety: "iceberg" }, infy, all).orderTypes).toEqual(["LIMIT", "SL"]);
  expect(choicesOf({ variety: "amo" }, infy, all).validities).toEqual(["DAY"]);
  expect(choicesOf(form, { exchange: "MCX" }, all).validities).toEqual(["DAY", "TTL"]);
});

test("a choice that is not there any more gives way to one that is", () => {
  const market: PadForm = { ...form, order_type: "MARKET", validity: "IOC", variety: "iceberg", product: "CNC" };
  const fitted = fitForm(market, choicesOf(market, { exchange: "NFO" }, all));
  expect(fitted).toMatchObject({ order_type: "LIMIT", validity: "DAY", product: "NRML" });
});

describe("makes of a form", () => {
  test("a limit order, with the commas of the Indian grouping", () => {
    expect(orderOf(form, infy)).toEqual({
      variety: "regular",
      exchange: "NSE",
      tradingsymbol: "INFY",
      transaction_type: "BUY",
      quantity: 10,
      product: "CNC",
      order_type: "LIMIT",
      validity: "DAY",
      price: 1468.5,
    });
  });
  test("a market order without a price, protected by the exchange's choice unless another is entered", () => {
    const market: PadForm = { ...form, order_type: "MARKET" };
    expect(orderOf(market, infy)).not.toHaveProperty("price");
    expect(orderOf(market, infy)).toMatchObject({ market_protection: -1 });
    expect(orderOf({ ...market, market_protection: "2.5" }, infy)).toMatchObject({ market_protection: 2.5 });
  });
  test("an iceberg of whole lots", () => {
    const iceberg: PadForm = { ...form, variety: "iceberg", quantity: "300", iceberg_legs: "3" };
    expect(orderOf(iceberg, { ...infy, lot_size: 75 })).toMatchObject({ iceberg_legs: 3, iceberg_quantity: 150 });
    expect(orderOf(iceberg, infy)).toMatchObject({ iceberg_legs: 3, iceberg_quantity: 100 });
  });
});

test("texts that are no numbers are named; a protection may be left out", () => {
  expect(unreadable({ ...form, price: "", quantity: "1.5" })).toEqual({
    price: "Enter a price.",
    quantity: "Enter a whole number.",
  });
  expect(unreadable({ ...form, price: "1e3" })).toEqual({ price: "Enter a number." });
  expect(unreadable({ ...form, order_type: "MARKET", price: "x" })).toEqual({});
  expect(unreadable({ ...form, price: "-5" })).toEqual({ price: "Enter a number." });
});

test("every form that can be chosen and read is an order to the SDK: none of its fields is missing or out of place", () => {
  const anyForm: fc.Arbitrary<PadForm> = fc.record({
    transaction_type: fc.constantFrom("BUY", "SELL"),
    variety: fc.constantFrom("regular", "amo", "iceberg"),
    product: fc.constantFrom("CNC", "MIS", "MTF", "NRML"),
    order_type: fc.constantFrom("MARKET", "LIMIT", "SL", "SL-M"),
    quantity: fc.integer({ min: 1, max: 5_000 }).map(String),
    price: fc.integer({ min: 1, max: 90_000 }).map(String),
    trigger_price: fc.integer({ min: 1, max: 90_000 }).map(String),
    market_protection: fc.constantFrom("", "1", "99.5"),
    validity: fc.constantFrom("DAY", "IOC", "TTL"),
    validity_ttl: fc.constantFrom("1", "30"),
    iceberg_legs: fc.integer({ min: 2, max: 50 }).map(String),
    tag: fc.constantFrom("", "mine"),
  });
  fc.assert(
    fc.property(anyForm, fc.constantFrom("NSE", "NFO", "MCX"), (one, exchange) => {
      const instrument = { ...infy, exchange };
      const fitted = fitForm(one, choicesOf(one, instrument, all));
      const findings = checkOrder(orderOf(fitted, instrument), instrument);
      expect(findings.filter(({ rule }) => rule === "input" || rule === "combination")).toEqual(
        findings.filter(({ severity, rule }) => rule === "combination" && severity === "warning"),
      );
    }),
  );
});
