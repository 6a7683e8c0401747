import { isKiteError } from "@kite/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { GTTOrderParams, PlaceGTTParams } from "../params/gtt-params.ts";
import { brokenRules } from "../testing/rules.ts";
import { type SingleTriggerOptions, singleTrigger } from "./single-trigger.ts";
import type { TriggerLeg } from "./trigger-options.ts";
import { type TwoLegTriggerOptions, twoLegTrigger } from "./two-leg-trigger.ts";

/** Prices with up to four decimals, on every tick more often than off; some where the rules change. */
const price = fc.oneof(
  fc.integer({ min: 1, max: 2_000 }),
  fc.integer({ min: 1, max: 40_000 }).map((ticks) => ticks / 20),
  fc.integer({ min: -5, max: 20_000_000 }).map((units) => units / 10_000),
  fc.constantFrom(0, 49.91, 50, 50.09, 50.01, 99.75, 100, 100.25, 100.5, 105),
);
/** Prices around the last one: closer than allowed, just far enough, and anywhere. */
const near = (last: number) =>
  fc.oneof(
    fc.integer({ min: -100, max: 100 }).map((rupees) => Math.round((last + rupees) * 10_000) / 10_000),
    fc.integer({ min: -600, max: 600 }).map((paise) => Math.round(last * 100 + paise) / 100),
    price,
  );
const quantity = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 500 }) }, fc.constantFrom(0, -1, 0.5));
const leg = (last: number): fc.Arbitrary<TriggerLeg> =>
  near(last).chain((trigger_value) =>
    fc.record({
      trigger_value: fc.constant(trigger_value),
      price: fc.oneof(fc.constant(trigger_value), near(trigger_value), near(last)),
      quantity,
    }),
  );
const common = (last_price: number) =>
  fc.record({
    exchange: fc.constantFrom("NSE", "BSE", "NFO", "MCX", "CDS"),
    tradingsymbol: fc.constantFrom("INFY", "M&M", "NIFTY 50"),
    last_price: fc.constant(last_price),
    tick_size: fc.constantFrom(undefined, 0.05, 0.01, 0.0025, 1),
    transaction_type: fc.constantFrom("BUY", "SELL"),
    product: fc.constantFrom("CNC", "NRML", "MTF"),
  });
const singles = price.chain((last) =>
  fc.tuple(common(last), leg(last)).map(([options, one]) => ({ ...options, ...one }) as SingleTriggerOptions),
);
const pairs = price.chain((last) =>
  fc.tuple(common(last), leg(last), leg(last), fc.nat(3)).map(([options, one, other, way]) => {
    // mostly in the order in which they can be right
    const [lower, upper] = way > 0 && one.trigger_value > other.trigger_value ? [other, one] : [one, other];
    return { ...options, lower, upper } as TwoLegTriggerOptions;
  }),
);

const orderOf = (
  options: SingleTriggerOptions | TwoLegTriggerOptions,
  { price, quantity }: TriggerLeg,
): GTTOrderParams => {
  const { exchange, tradingsymbol, transaction_type, product } = options;
  return { exchange, tradingsymbol, transaction_type, quantity, order_type: "LIMIT", product, price };
};

/** Gives what the builder made, or undefined when it refused. */
function built(build: () => PlaceGTTParams): PlaceGTTParams | undefined {
  try {
    return build();
  } catch (error) {
    if (isKiteError(error, "InvalidInput")) return undefined;
    throw error;
  }
}

test("singleTrigger makes what breaks no rule, and refuses what breaks one", () => {
  let accepted = 0;
  fc.assert(
    fc.property(singles, (options) => {
      const { exchange, tradingsymbol, last_price, trigger_value } = options;
      const wished: PlaceGTTParams = {
        type: "single",
        condition: { exchange, tradingsymbol, trigger_values: [trigger_value], last_price },
        orders: [orderOf(options, options)],
      };
      const made = built(() => singleTrigger(options));
      if (made) accepted += 1;
      expect(made).toEqual(brokenRules(wished, options.tick_size).length === 0 ? wished : undefined);
    }),
    { numRuns: 5_000 },
  );
  expect(accepted).toBeGreaterThan(200);
});

test("twoLegTrigger makes what breaks no rule, and refuses what breaks one", () => {
  let accepted = 0;
  fc.assert(
    fc.property(pairs, (options) => {
      const { exchange, tradingsymbol, last_price, lower, upper } = options;
      const wished: PlaceGTTParams = {
        type: "two-leg",
        condition: { exchange, tradingsymbol, trigger_values: [lower.trigger_value, upper.trigger_value], last_price },
        orders: [orderOf(options, lower), orderOf(options, upper)],
      };
      const made = built(() => twoLegTrigger(options));
      if (made) accepted += 1;
      expect(made).toEqual(brokenRules(wished, options.tick_size).length === 0 ? wished : undefined);
    }),
    { numRuns: 10_000 },
  );
  expect(accepted).toBeGreaterThan(100);
});
