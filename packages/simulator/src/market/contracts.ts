import type { OptionFacts, Underlying } from "./contract-list.ts";
import { contractSymbol } from "./contract-symbol.ts";
import { dateOf } from "./day.ts";
import type { Expiry } from "./expiries.ts";
import { type Instrument, SEGMENT_CODES } from "./instrument.ts";
import { closingLevel } from "./level.ts";
import { tradingDayUpTo } from "./session.ts";

/** Calendar days between the listing of a contract and its end. */
const LIFE = { monthly: 98, weekly: 35 } as const;

/** The future, if the month ends, and the options of an underlying that end on one day. */
export function listContracts(seed: number, underlying: Underlying, number: number, expiry: Expiry): Instrument[] {
  const { options, spot } = underlying;
  const future = expiry.kind === "monthly" ? [listFuture(underlying, number, expiry)] : [];
  if (!options) return future;
  const contract = contractMaker(underlying, number, expiry);
  // around the price on the day they were listed: later the price may leave them behind
  const middle = closingLevel(seed, spot, listedDay(underlying, expiry)) / 100;
  const places = strikesAround(middle, options, expiry);
  return [...future, ...places.flatMap((place) => [contract("CE", place), contract("PE", place)])];
}

/** @param number - Place of the underlying in its list; the token follows from it. */
export function listFuture(underlying: Underlying, number: number, expiry: Expiry): Instrument {
  const place = { slot: 0, strike: 0, tick: underlying.futureTick, activity: 1 };
  return contractMaker(underlying, number, expiry)("FUT", place);
}

type Make = (type: "FUT" | "CE" | "PE", place: Place) => Instrument;

function contractMaker(underlying: Underlying, number: number, expiry: Expiry): Make {
  const { exchange, name, spot, lot_size, multiplier, freezeQuantity } = underlying;
  const prefix = contractSymbol(underlying.symbol, expiry);
  const firstToken = firstTokenOf(number, expiry.day);
  const [listed, expires] = [dateOf(listedDay(underlying, expiry)), dateOf(expiry.day)];
  // written out: a spread of what they share would take several times as long for thousands of contracts
  return (instrument_type, { slot, strike, tick, activity }) => ({
    exchange,
    tradingsymbol: `${prefix}${strike || ""}${instrument_type}`,
    name,
    instrument_token: (firstToken + (slot % SLOTS) * 4 + KINDS[instrument_type]) * 256 + SEGMENT_CODES[exchange],
    instrument_type,
    segment: `${exchange}-${instrument_type === "FUT" ? "FUT" : "OPT"}`,
    isin: "",
    expiry: expires,
    strike,
    lot_size,
    multiplier,
    tick,
    freezeQuantity,
    listed,
    spot,
    activity,
    typicalVolume: lot_size * 120,
  });
}

function listedDay({ spot }: Underlying, { day, kind }: Expiry): number {
  return tradingDayUpTo(spot.hours, day - LIFE[kind]);
}

/** Where a contract stands among those of its expiry. */
interface Place extends Pick<Instrument, "strike" | "tick" | "activity"> {
  readonly slot: number;
}

function strikesAround(rupees: number, { step, monthly, weekly, tick }: OptionFacts, { kind }: Expiry): Place[] {
  const reach = kind === "monthly" ? monthly : (weekly ?? 0);
  const middle = Math.round(rupees / step);
  return Array.from({ length: 2 * reach + 1 }, (_, index) => {
    const slot = middle - reach + index;
    // nearly everybody trades the strikes near the price
    const activity = Math.max(0.004, Math.min(1, 0.7 ** (Math.abs(index - reach) - 4)));
    return { slot, strike: slot * step, tick, activity };
  });
}

const FIRST_CONTRACT_TOKEN = 40_000;
const SLOTS = 1024;
const WEEKS = 32;
const KINDS = { FUT: 0, CE: 1, PE: 2 } as const;

/** Alone among the contracts that live at the same time; used again after the expiry, as on the real exchanges. */
function firstTokenOf(underlying: number, expiryDay: number): number {
  // from Monday to Sunday, so that a holiday does not push an expiry into the week of another one
  const week = Math.floor((expiryDay + 3) / 7) % WEEKS;
  return FIRST_CONTRACT_TOKEN + (underlying * WEEKS + week) * SLOTS * 4;
}
