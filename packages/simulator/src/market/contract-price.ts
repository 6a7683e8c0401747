import { dayOfDate } from "./day.ts";
import type { Instrument } from "./instrument.ts";
import type { Bar } from "./spot-path.ts";

/** Yearly cost of carrying what a future stands for, and the rate at which options are discounted. */
const CARRY = 0.065;
/** Yearly swing of a share that options at the money reckon with. */
const SWING = 0.26;
/**
 * The smile: what a strike one standard deviation away adds to the swing. Low strikes are dearer than high ones. Mild enough
 * that a call never costs more than one of a lower strike.
 */
const SKEW = -0.08;
const CURVE = 0.04;
/** Standard deviations from where on the smile stays flat. */
const SMILE_REACH = 3;
const YEAR = 365;

/** How an instrument's price follows from its spot's on a day. Paise in, paise out; `minutesLeft` of the day. */
export type Pricing = (spot: number, minutesLeft: number) => number;

/** @param reference - Level of the spot before the day began, paise. */
export function pricingOn(instrument: Instrument, day: number, reference: number): Pricing {
  const { instrument_type, expiry, strike, spot } = instrument;
  if (expiry === "") return (level) => level;
  const daysLeft = dayOfDate(expiry) - day;
  const carry = 1 + (CARRY * daysLeft) / YEAR;
  if (instrument_type === "FUT") return (level) => level * carry;
  const side = instrument_type === "CE" ? 1 : -1;
  const swing = swingOf(Math.log((strike * 100) / (reference * carry)), SWING * spot.volatility, (daysLeft + 1) / YEAR);
  return (level, minutesLeft) => {
    const years = (daysLeft + minutesLeft / 1440) / YEAR;
    return blackPrice(side, level * carry, strike * 100, swing * Math.sqrt(years)) / carry;
  };
}

/** The bar of an instrument for a bar of its spot. A put is dearest when its spot is cheapest. */
export function priceBar(spot: Bar, price: (level: number) => number): Bar {
  const [one, other] = [price(spot.high), price(spot.low)];
  return { open: price(spot.open), high: Math.max(one, other), low: Math.min(one, other), close: price(spot.close) };
}

/** Swing of a strike that lies `away` (logarithm of strike to forward) from the money. Stands all day, as traders hold it. */
function swingOf(away: number, swing: number, years: number): number {
  const deviations = Math.max(-SMILE_REACH, Math.min(SMILE_REACH, away / (swing * Math.sqrt(years))));
  return swing * (1 + SKEW * deviations + CURVE * deviations * deviations);
}

/**
 * Black's formula: Black-Scholes for an option on a forward, before discounting. `deviation` is the swing up to the expiry;
 * at 0 only the intrinsic value is left.
 */
function blackPrice(side: 1 | -1, forward: number, strike: number, deviation: number): number {
  if (deviation === 0) return Math.max(0, side * (forward - strike));
  const near = Math.log(forward / strike) / deviation + deviation / 2;
  const call = forward * normal(near) - strike * normal(near - deviation);
  // by put-call parity, so that the two never disagree
  return Math.max(0, side === 1 ? call : call - (forward - strike));
}

/** Part of the normal distribution below a value; Abramowitz and Stegun 26.2.17, to 7.5e-8. */
function normal(value: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(value));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = 0.3989422804014327 * Math.exp((-value * value) / 2) * series;
  return value > 0 ? 1 - tail : tail;
}
