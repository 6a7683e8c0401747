import type { Clock } from "../clock.ts";
import { dateOf, dayOf, dayOfDate } from "./day.ts";
import type { DaySoFar } from "./day-so-far.ts";
import { type Instrument, isOnTick, keyOf, toRupees, toTick } from "./instrument.ts";
import { isListed, Listing } from "./listing.ts";
import { MutualFunds } from "./mutual-funds.ts";
import type { Quote } from "./quote.ts";
import { type Session, sessionAt, sessionBefore, sessionOn } from "./session.ts";
import { snapshot } from "./snapshot.ts";
import { Tape } from "./tape.ts";
import type { Minute } from "./trades.ts";

/** Rupees per unit. */
export interface Price {
  readonly last_price: number;
  /** Previous session's close; 0 on the first day of trading. */
  readonly close_price: number;
}

/**
 * What trades, and at which price. Everything follows from the seed and the clock. The last price is the close of the
 * minute that is running, so quotes and candles agree; when the market is closed, everything stands as the latest
 * session left it.
 */
export class Market {
  readonly #seed: number;
  readonly #clock: Clock;
  readonly #listing: Listing;
  readonly #tape: Tape;
  readonly mutualFunds: MutualFunds;

  /** @param newcomer - Key of the contract that is listed on the day the exchange starts. */
  constructor(seed: number, clock: Clock, newcomer: string) {
    this.#seed = seed;
    this.#clock = clock;
    this.#listing = new Listing(seed, sessionAt("equity", clock.now()).day, newcomer);
    this.#tape = new Tape(seed);
    this.mutualFunds = new MutualFunds(seed, clock);
  }

  /** Everything that is listed today. */
  list(): readonly Instrument[] {
    return this.#today().instruments;
  }

  /** What is listed under this name today. */
  find(exchange: string, tradingsymbol: string): Instrument | undefined {
    return this.findByKey(`${exchange}:${tradingsymbol}`);
  }

  /** @param key - Exchange and symbol, e.g. `NSE:INFY`. */
  findByKey(key: string): Instrument | undefined {
    return this.#today().byKey.get(key);
  }

  /** What is listed under this token today. */
  byToken(token: number): Instrument | undefined {
    return this.#today().byToken.get(token);
  }

  /** @throws {TypeError} when there is nothing of that name: seeds name their instruments in code. */
  instrument(exchange: string, tradingsymbol: string): Instrument {
    const instrument = this.find(exchange, tradingsymbol) ?? this.#listing.known(`${exchange}:${tradingsymbol}`);
    if (!instrument) throw new TypeError(`${exchange}:${tradingsymbol} is not listed`);
    return instrument;
  }

  /** Last price in rupees. */
  price(instrument: Instrument): number {
    return this.priceOf(instrument).last_price;
  }

  priceOf(instrument: Instrument): Price {
    const { last, previousClose } = this.#standing(instrument);
    return { last_price: toRupees(last), close_price: toRupees(previousClose) };
  }

  /** Rupees at which it was settled at the end of the trading day before today, whether it traded or not. */
  settlement(instrument: Instrument): number {
    const session = sessionBefore(instrument.spot.hours, dayOf(this.#clock.now()));
    return toRupees(this.#tape.settlement(instrument, session));
  }

  quote(instrument: Instrument): Quote {
    const { session, day, last, previousClose } = this.#standing(instrument);
    const now = Math.max(this.#clock.now(), session.open);
    return snapshot({ seed: this.#seed, instrument, now, session, day, last, previousClose });
  }

  /** Whether an instrument trades at this moment. */
  isOpen(instrument: Instrument): boolean {
    const session = this.session(instrument, dayOf(this.#clock.now()));
    return session !== undefined && session.open <= this.#clock.now() && this.#clock.now() < session.close;
  }

  /** The session of an instrument on a day; undefined when its market is closed, or it is not listed. */
  session(instrument: Instrument, day: number): Session | undefined {
    return isListed(instrument, dateOf(day)) ? sessionOn(instrument.spot.hours, day) : undefined;
  }

  /** All trades in a session of an instrument up to now, by the minute. */
  minutes(instrument: Instrument, session: Session): readonly Minute[] {
    return this.#upToNow(this.#tape.minutes(instrument, session));
  }

  /** The future on the same underlying that is the next to expire on a day; undefined if it is no future. */
  frontFuture(instrument: Instrument, day: number): Instrument | undefined {
    return this.#listing.frontFuture(instrument, day);
  }

  /**
   * Makes something trade at a price, from now on and until it is set again. Outside market hours it counts as the last
   * trade of the latest session. A share takes its other listing, its futures and its options along.
   *
   * @param key - Exchange and symbol, e.g. `NSE:INFY`.
   * @throws {TypeError} for something that is not listed, or a price that is not a positive multiple of the tick.
   */
  setPrice(key: string, rupees: number): void {
    const instrument = this.findByKey(key);
    if (!instrument) throw new TypeError(`setPrice: ${JSON.stringify(key)} is not listed`);
    if (!(rupees > 0 && Number.isFinite(rupees)) || !isOnTick(instrument, rupees)) {
      throw new TypeError(`setPrice: ${rupees} is no positive multiple of ${toRupees(instrument.tick)}`);
    }
    const { session } = this.#standing(instrument);
    const at = Math.max(session.open, Math.min(this.#clock.now(), session.close - 1));
    this.#tape.pin(instrument, Math.floor(at / 60_000) * 60_000, toTick(instrument.tick, rupees * 100));
  }

  #today() {
    return this.#listing.on(dayOf(this.#clock.now()));
  }

  #upToNow(minutes: readonly Minute[]): readonly Minute[] {
    const now = this.#clock.now();
    return (minutes.at(-1)?.at ?? 0) <= now ? minutes : minutes.filter(({ at }) => at <= now);
  }

  #standing(instrument: Instrument): Standing {
    const session = this.#latestSession(instrument);
    const day = this.#tape.dayUpTo(this.#clock.now(), instrument, session);
    const previousClose = this.#closeBefore(instrument, session.day);
    const last = day.latest?.close ?? previousClose;
    // the tape begins every life with a trade
    if (last === undefined) throw new Error(`${keyOf(instrument)} has never traded`);
    return { session, day, last, previousClose: previousClose ?? 0 };
  }

  /** The session under way, or the latest one within the life of the instrument. */
  #latestSession({ spot, expiry }: Instrument): Session {
    const latest = sessionAt(spot.hours, this.#clock.now());
    if (expiry !== "" && latest.day > dayOfDate(expiry)) return sessionBefore(spot.hours, dayOfDate(expiry) + 1);
    return latest;
  }

  /** Paise; undefined when it has not traded before. */
  #closeBefore(instrument: Instrument, day: number): number | undefined {
    const first = dayOfDate(instrument.listed);
    let session = sessionBefore(instrument.spot.hours, day);
    while (session.day >= first) {
      const close = this.#tape.lastMinute(instrument, session)?.close;
      if (close !== undefined) return close;
      session = sessionBefore(instrument.spot.hours, session.day);
    }
    return undefined;
  }
}

interface Standing {
  readonly session: Session;
  readonly day: DaySoFar;
  /** Paise. */
  readonly last: number;
  /** Paise; 0 on the first day of trading. */
  readonly previousClose: number;
}
