import { invalidInput } from "@kite/core";
import type { TradingHours } from "../check/trading-hours.ts";

/** Rules for orders. A rule that is left out is not checked. */
export interface GuardRules {
  /** Rupees that one order may be worth: price × quantity × multiplier. */
  readonly maxOrderValue?: number | undefined;
  /** Largest quantity of one order, counted as in `placeOrder`. */
  readonly maxQuantity?: number | undefined;
  /** Largest sum of the quantities ordered in one symbol on one Indian day, bought and sold. */
  readonly maxDayQuantity?: number | undefined;
  /** Most orders in one symbol on one Indian day. */
  readonly maxDayOrders?: number | undefined;
  /** What may be ordered, as `EXCHANGE:TRADINGSYMBOL`. */
  readonly symbols?: readonly string[] | undefined;
  readonly exchanges?: readonly string[] | undefined;
  readonly products?: readonly string[] | undefined;
  readonly varieties?: readonly string[] | undefined;
  /** Milliseconds within which a second order of the same symbol, side, quantity, price and product is refused. */
  readonly duplicateWindow?: number | undefined;
  /** Refuses orders while their exchange takes none. `true`: the usual hours, Monday to Friday; holidays are not known. */
  readonly hours?: boolean | GuardHours | undefined;
  /** Percent of the last price that a limit may be away from it. */
  readonly maxPriceDistance?: number | undefined;
}

/** Hours of your own. */
export interface GuardHours {
  /** By exchange; those not named keep the usual ones. */
  readonly hours?: Readonly<Record<string, TradingHours>> | undefined;
  /** Tells whether an Indian calendar date, `yyyy-mm-dd`, is one of trading. Default: Monday to Friday. */
  readonly isTradingDay?: ((date: string) => boolean) | undefined;
}

export interface GuardOptions extends GuardRules {
  /**
   * Gives the last price of `EXCHANGE:TRADINGSYMBOL` in rupees, undefined when it is not known. Values orders at the market, and is what
   * `maxPriceDistance` measures from. How old it may be is for you to decide.
   */
  readonly lastPrice?: ((key: string) => number | undefined | Promise<number | undefined>) | undefined;
  /** Rupees per price unit of one lot, by `EXCHANGE:TRADINGSYMBOL`. Needed on MCX, CDS and BCD, where quantities are lots; 1 elsewhere. */
  readonly multipliers?: Readonly<Record<string, number>> | undefined;
  /** What happens to an order that a rule cannot judge, because a price, a multiplier or the order to change is not known. Default `refuse`. */
  readonly whenUnknown?: "refuse" | "pass" | undefined;
  /** Lets calls with `purpose: "exit"` pass every rule. They pass a stop in any case, as cancellations do. Default false. */
  readonly exemptExits?: boolean | undefined;
}

/** Throws `InvalidInput` for options that cannot be right, and for names that no rule has: a misspelt rule would guard nothing. */
export function checkGuardOptions(options: GuardOptions): void {
  const checks: { readonly [Name in keyof Required<GuardOptions>]: (value: unknown) => string | undefined } = {
    maxOrderValue: above0,
    maxQuantity: whole,
    maxDayQuantity: whole,
    maxDayOrders: whole,
    symbols: (value) => texts(value, /^[A-Z]+:.+$/),
    exchanges: (value) => texts(value, /^[A-Z]+$/),
    products: (value) => texts(value, /./),
    varieties: (value) => texts(value, /./),
    duplicateWindow: above0,
    hours: (value) => (typeof value === "boolean" || isObject(value) ? undefined : "true or an object"),
    maxPriceDistance: above0,
    lastPrice: (value) => (typeof value === "function" ? undefined : "a function"),
    multipliers: (value) =>
      isObject(value) && !Object.values(value).some(above0) ? undefined : "an object of numbers above 0",
    whenUnknown: (value) => (value === "refuse" || value === "pass" ? undefined : '"refuse" or "pass"'),
    exemptExits: (value) => (typeof value === "boolean" ? undefined : "true or false"),
  };
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(checks, name)) throw invalidInput(name, "is no rule of guards", "guards");
    const wanted = value === undefined ? undefined : checks[name as keyof GuardOptions](value);
    if (wanted) throw invalidInput(name, `must be ${wanted}, got ${JSON.stringify(value) ?? String(value)}`, "guards");
  }
  if (options.maxPriceDistance !== undefined && !options.lastPrice) {
    throw invalidInput("lastPrice", "is needed by maxPriceDistance", "guards");
  }
}

const above0 = (value: unknown) =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? undefined : "a number above 0";
const whole = (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) >= 1 ? undefined : "a whole number of at least 1";
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const texts = (value: unknown, form: RegExp) =>
  Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === "string" && form.test(text))
    ? undefined
    : `a list of texts like ${form}`;
