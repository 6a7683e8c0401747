import type { Alert } from "@kite/alerts";
import { expect, test } from "vitest";
import { type Condition, conditionText, distanceText, firedText, levelText, stateOf } from "./alert-words.ts";
import { firedSince } from "./fired-since.ts";
import { orderSentence } from "./order-words.ts";

const infy: Condition = {
  lhs_attribute: "LastTradedPrice",
  lhs_exchange: "NSE",
  lhs_tradingsymbol: "INFY",
  operator: ">=",
  rhs_type: "constant",
  rhs_attribute: "",
  rhs_tradingsymbol: "",
  rhs_constant: 1600,
};

test("says a condition in words, in rupees or in points", () => {
  expect(conditionText(infy)).toBe("INFY last price ≥ ₹1,600.00");
  const index = { ...infy, lhs_exchange: "INDICES", lhs_tradingsymbol: "NIFTY 50", operator: "<", rhs_constant: 22000 };
  expect(conditionText(index)).toBe("NIFTY 50 last price < 22,000.00");
  const pair = { ...infy, rhs_type: "instrument", rhs_attribute: "LastTradedPrice", rhs_tradingsymbol: "TCS" };
  expect(conditionText(pair)).toBe("INFY last price ≥ last price of TCS");
});

test("what Kite adds later keeps its name", () => {
  expect(conditionText({ ...infy, operator: "!=", lhs_attribute: "DayVolume" })).toBe("INFY DayVolume != ₹1,600.00");
});

test("prices have the decimals of their step", () => {
  expect(levelText(88.2525, "CDS", 0.0025)).toBe("₹88.2525");
});

const rupees = (gap: number) => levelText(gap, "NSE");

test.each([
  [1587.65, ">=", 1600, "₹12.35 or 0.78\u00a0% away"],
  [1600, ">=", 1600, "Holds now"],
  [1600, ">", 1600, "At the limit"],
  [1650, "<=", 1600, "₹50.00 or 3.03\u00a0% away"],
  [1599, "==", 1600, "₹1.00 or 0.06\u00a0% away"],
])("%d %s %d: %s", (left, operator, right, text) => {
  expect(distanceText(left, operator, right, rupees)).toBe(text);
});

const alert = { status: "enabled", type: "simple", alert_count: 0, disabled_reason: "" } as Alert;

test("an alert that placed its order has fired, one that was switched off says why", () => {
  expect(stateOf(alert)).toEqual({ text: "Watching", kind: "wait", why: "" });
  expect(stateOf({ ...alert, status: "disabled", type: "ato", alert_count: 1 })).toMatchObject({
    text: "Fired",
    kind: "good",
  });
  const off = { ...alert, status: "disabled", disabled_reason: "Instrument expired" };
  expect(stateOf(off)).toEqual({ text: "Off", kind: "over", why: "Instrument expired" });
  expect(stateOf({ ...alert, status: "snoozed" }).text).toBe("snoozed");
  expect([0, 1, 2, 3].map(firedText)).toEqual(["not yet", "once", "twice", "3 times"]);
});

test("says the order of a basket in a sentence", () => {
  const params = { transaction_type: "BUY", product: "CNC", quantity: 5 } as const;
  const item = { exchange: "NSE", tradingsymbol: "INFY" };
  expect(orderSentence({ ...item, params: { ...params, order_type: "MARKET", market_protection: -1 } })).toBe(
    "Then buys 5 shares of INFY at the market price, CNC",
  );
  expect(orderSentence({ ...item, params: { ...params, order_type: "LIMIT", price: 1400 } })).toBe(
    "Then buys 5 shares of INFY at 1,400.00 or better, CNC",
  );
});

test("only what fired between two looks is news", () => {
  const row = (uuid: string, alert_count: number) => ({ uuid, alert_count });
  expect(firedSince([row("a", 1), row("b", 0)], [row("a", 1), row("b", 1), row("c", 0)])).toEqual([row("b", 1)]);
});
