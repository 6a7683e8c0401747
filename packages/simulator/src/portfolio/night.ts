import { type Segment, segmentOf } from "../funds/usage.ts";
import { dateOf } from "../market/day.ts";
import { type Instrument, isEquity } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";
import { type Account, holdingOf } from "./account.ts";
import { deliver } from "./delivery.ts";
import type { Purse } from "./funds.ts";
import { FINANCED_SHARE } from "./holding.ts";
import { add, NOTHING, netQuantity, type Part, type Position, UNTRADED, unsettledOf } from "./position.ts";

/**
 * Turns the evening of an account into the morning of `day`. Everything that was traded is paid: shares go to and come
 * from the demat account, futures are settled at their price of the evening, contracts that have ended are settled in
 * cash, and what is left of positions is carried at the price it was opened at.
 *
 * The clock has to stand at midnight: prices are those of the session before.
 */
export function passNight(account: Account, market: Market, day: number): void {
  const paid: Record<Segment, number> = { equity: 0, commodity: 0 };
  const carried: Position[] = [];
  for (const position of account.positions) {
    const { flow, rest } = settle(account, position, market, day);
    paid[segmentOf(position.instrument)] += flow;
    if (rest) carried.push(rest);
  }
  // after the money, which depends on what financed shares were bought at
  deliver(account, day);
  account.positions.splice(0, account.positions.length, ...carried);
  const { equity, commodity } = account.funds;
  account.funds = { equity: nextMorning(equity, paid.equity), commodity: nextMorning(commodity, paid.commodity) };
  account.authorisations.clear();
}

/** What a position brings in cash (rupees), and what is carried of it. */
interface Settlement {
  readonly flow: number;
  readonly rest?: Position;
}

function settle(account: Account, position: Position, market: Market, day: number): Settlement {
  const { instrument, product } = position;
  const long = add(position.carriedLong, position.bought);
  const short = add(position.carriedShort, position.sold);
  const flow = unsettledOf(short) - unsettledOf(long);
  const net = netQuantity(position);
  if (isEquity(instrument.exchange)) {
    return { flow: product === "MTF" ? flow + financed(account, position, long, net) : flow };
  }
  if (net === 0) return { flow };
  if (instrument.expiry < dateOf(day)) {
    return { flow: flow + net * instrument.multiplier * finalPrice(instrument, market) };
  }
  const isFuture = instrument.instrument_type === "FUT";
  // the price that rows call their close from now on
  const value = isFuture ? net * instrument.multiplier * market.price(instrument) : 0;
  const open = { ...partOf(net > 0 ? long : short, Math.abs(net)), unsettled: Math.abs(value) };
  return {
    flow: flow + value,
    rest: { instrument, product, ...UNTRADED, [net > 0 ? "carriedLong" : "carriedShort"]: open },
  };
}

/** The broker lends three quarters of what is bought, and is paid back from what is sold. */
function financed(account: Account, { instrument }: Position, bought: Part, net: number): number {
  if (net > 0) return (1 - FINANCED_SHARE) * partOf(bought, net).value;
  const mtf = holdingOf(account, instrument.isin)?.mtf;
  if (net === 0 || !mtf || mtf.quantity === 0) return 0;
  return ((mtf.value - mtf.initial_margin) * Math.max(net, -mtf.quantity)) / mtf.quantity;
}

/** Some quantity at the average price of a part. */
function partOf(part: Part, quantity: number): Part {
  if (quantity === part.quantity) return { quantity, value: part.value };
  return quantity === 0 ? NOTHING : { quantity, value: (part.value * quantity) / part.quantity };
}

/** A settlement price never falls below a tick; an option that ends there has ended out of the money. */
function finalPrice(instrument: Instrument, market: Market): number {
  if (instrument.instrument_type === "FUT") return market.price(instrument);
  const rupees = market.settlement(instrument);
  return rupees * 100 <= instrument.tick ? 0 : rupees;
}

function nextMorning(purse: Purse, flow: number): Purse {
  // whole paise: what adds up to more is noise of fractions
  const opening_balance = Math.round((purse.opening_balance + purse.intraday_payin + flow) * 100) / 100;
  return { ...purse, opening_balance, intraday_payin: 0 };
}
