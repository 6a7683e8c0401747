import { dayOfDate } from "./day.ts";
import type { Instrument } from "./instrument.ts";
import type { Bar } from "./spot-path.ts";

/** Yearly cost of carrying what a future stands for. */
const CARRY = 0.065;
/** Yearly swing of a share that options reckon with. */
const SWING = 0.26;

/** How an instrument's price follows from its spot's on a day. Paise in, paise out; `minutesLeft` of the day. */
export type Pricing = (spot: number, minutesLeft: number) => number;

/** @param reference - Level of the spot before the day began, paise. */
export function pricingOn(instrument: Instrument, day: number, reference: number): Pricing {
  const { instrument_type, expiry, strike, spot } = instrument;
  if (expiry === "") return (level) => level;
  const daysLeft = dayOfDate(expiry) - day;
  const carry = 1 + (CARRY * daysLeft) / 365;
  if (instrument_type === "FUT") return (level) => level * carry;
  const side = instrument_type === "CE" ? 1 : -1;
  return (level, minutesLeft) => {
    const years = (daysLeft + minutesLeft / 1440) / 365;
    const width = 0.8 * SWING * spot.volatility * reference * Math.sqrt(years);
    const inside = side * (level * carry - strike * 100);
    // a hyperbola above the intrinsic value: worth about what option models say at the money, exact at expiry, and with
    // nothing but square roots in it, which every machine computes alike
    return (inside + Math.sqrt(inside * inside + width * width)) / 2;
  };
}

/** The bar of an instrument for a bar of its spot. A put is dearest when its spot is cheapest. */
export function priceBar(spot: Bar, price: Pricing, minutesLeft: number): Bar {
  const [one, other] = [price(spot.high, minutesLeft), price(spot.low, minutesLeft)];
  return {
    open: price(spot.open, minutesLeft),
    high: Math.max(one, other),
    low: Math.min(one, other),
    close: price(spot.close, minutesLeft),
  };
}
