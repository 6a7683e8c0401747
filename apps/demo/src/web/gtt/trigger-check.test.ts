import { isKiteError } from "@kite/core";
import { singleTrigger, type TriggerOptions, twoLegTrigger } from "@kite/gtt";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTrigger, type TriggerMarket } from "./trigger-check.ts";
import { emptyForm, requestOf, type TriggerForm } from "./trigger-form-state.ts";

const instrument = { exchange: "NSE", tradingsymbol: "INFY", tick_size: 0.1, lot_size: 1 };
const market: TriggerMarket = { instrument, last_price: 1500 };
const leg = (trigger_value: string, price = "1400", quantity = "1") => ({ trigger_value, price, quantity });
const single = (trigger: string, price?: string, quantity?: string): TriggerForm => ({
  ...emptyForm,
  product: "CNC",
  single: leg(trigger, price, quantity),
});

test("nothing is wrong with a trigger that keeps its distance and its steps", () => {
  expect(checkTrigger(single("1,400"), market)).toEqual({});
  expect(
    checkTrigger({ ...single(""), type: "two-leg", lower: leg("1400"), upper: leg("1600", "1600") }, market),
  ).toEqual({});
});

test.each([
  ["trigger_value", single(""), "Enter a price."],
  ["trigger_value", single("-1"), "Enter a number."],
  ["trigger_value", single("0"), "Enter a price above 0."],
  ["trigger_value", single("1400.05"), "Prices go in steps of 0.1: 1,400.00 or 1,400.10."],
  ["trigger_value", single("1499"), "Too close to the last price: at most 1,496.20, or at least 1,503.80."],
  ["trigger_value", single("1500"), "Too close to the last price: at most 1,496.20, or at least 1,503.80."],
  ["price", single("1400", "abc"), "Enter a number."],
  ["quantity", single("1400", "1400", "1.5"), "Enter a whole number."],
  ["quantity", single("1400", "1400", "0"), "Enter at least 1."],
  ["product", { ...single("1400"), product: "" }, "Choose a product."],
])("says beside %s what is wrong with %j", (field, form, error) => {
  expect(checkTrigger(form, market)).toEqual({ [field]: error });
});

test("two legs have the last price between them, and buy nothing but contracts", () => {
  const pair = (lower: string, upper: string): TriggerForm => ({
    ...single(""),
    type: "two-leg",
    lower: leg(lower),
    upper: leg(upper),
  });
  expect(checkTrigger(pair("1600", "1400"), market)).toEqual({
    "lower.trigger_value": "Must be below the last price, 1,500.00.",
    "upper.trigger_value": "Must be above the last price, 1,500.00.",
  });
  expect(checkTrigger(pair("1499", "1501"), market)).toEqual({
    "lower.trigger_value": "Too close to the last price: at most 1,496.20.",
    "upper.trigger_value": "Too close to the last price: at least 1,503.80.",
  });
  expect(checkTrigger({ ...pair("1400", "1600"), transaction_type: "BUY" }, market)).toHaveProperty("transaction_type");
});

test("a stop-loss has its limit at the trigger or worse, a target where it likes", () => {
  const pair = (transaction_type: "BUY" | "SELL"): TriggerForm => ({
    ...single(""),
    ...{ type: "two-leg", transaction_type, product: "NRML" },
    ...{ lower: leg("1400", "1410"), upper: leg("1600", "1590") },
  });
  const contracts = { ...market, instrument: { ...instrument, exchange: "NFO" } };
  expect(checkTrigger(pair("SELL"), contracts)).toEqual({
    "lower.price": "Would trigger and not fill: at most 1,400.00.",
  });
  expect(checkTrigger(pair("BUY"), contracts)).toEqual({
    "upper.price": "Would trigger and not fill: at least 1,600.00.",
  });
});

test("contracts go in lots", () => {
  const contracts = { ...market, instrument: { ...instrument, exchange: "NFO", lot_size: 65 } };
  const form = { ...single("1400", "1400", "100"), product: "NRML" };
  expect(checkTrigger(form, contracts)).toEqual({ quantity: "A lot is 65: enter a multiple of that." });
});

const tenths = fc.integer({ min: 1, max: 40_000 }).map((count) => String(count / 20));
const legs = fc.record({ trigger_value: tenths, price: tenths, quantity: fc.constant("3") });
const forms = fc.record({
  type: fc.constantFrom("single", "two-leg"),
  transaction_type: fc.constantFrom("BUY", "SELL"),
  product: fc.constantFrom("CNC", "MTF"),
  single: legs,
  lower: legs,
  upper: legs,
}) satisfies fc.Arbitrary<TriggerForm>;

test("the page and the SDK refuse the same, and the SDK's field is among the page's", () => {
  const lastPrices = fc.integer({ min: 1, max: 40_000 }).map((count) => count / 20);
  fc.assert(
    fc.property(forms, lastPrices, (form, last_price) => {
      const found = checkTrigger(form, { ...market, last_price });
      const refused = refusedBy(form, last_price);
      if (refused === undefined) expect(found).toEqual({});
      else expect(Object.keys(found)).toContain(refused);
    }),
    { numRuns: 500 },
  );
});

/** The field that the SDK's builder refuses; undefined when it takes the whole form. */
function refusedBy(form: TriggerForm, last_price: number): string | undefined {
  const request = requestOf(form, instrument, last_price);
  const options = request as TriggerOptions;
  try {
    if (request.type === "single") singleTrigger({ ...options, ...request, product: options.product });
    else twoLegTrigger({ ...options, ...request, product: options.product });
    return undefined;
  } catch (error) {
    if (!isKiteError(error)) throw error;
    return error.field;
  }
}
