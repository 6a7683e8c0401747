import type { Clock } from "../clock.ts";
import { Calendar } from "./calendar.ts";
import { dateOf, dayOf, dayOfDate } from "./day.ts";
import type { DaySoFar } from "./day-so-far.ts";
import { type Hours, hoursOf } from "./hours.ts";
import { type Instrument, isOnTick, keyOf, toRupees, toTick } from "./instrument.ts";
import { isListed, Listing } from "./listing.ts";
import type { MarketOptions, MarketState } from "./market-state.ts";
import { MutualFunds } from "./mutual-funds.ts";
import type { Price, Quote } from "./quote.ts";
import type { MarketSelection } from "./selection.ts";
import { type Session, sessionAt } from "./session.ts";
import { snapshot, tradingTime } from "./snapshot.ts";
import { Tape } from "./tape.ts";
import type { Minute } from "./trades.ts";

/** What trades, and at which price: a market made up from a seed, or one that was recorded. */
export interface Market extends Pick<SimulatedMarket, keyof SimulatedMarket> {}

/**
 * What trades, and at which price. Everything follows from the seed and the clock. Prices move by the second; the candle
 * of the minute that is running is what has traded in it so far, so quotes and candles agree. When the market is closed,
 * everything stands as the latest session left it.
 */
export class SimulatedMarket {
  readonly #seed: number;
  readonly #clock: Clock;
  readonly #selection: MarketSelection;
  #listing: Listing;
  readonly #tape: Tape;
  readonly mutualFunds: MutualFunds;
  readonly calendar: Calendar;

  /**
   * @param newcomer - Key of the contract that is listed on the day the exchange starts.
   * @throws {TypeError} that names the keys of `options.market` under which nothing is listed on that day.
   */
  constructor(seed: number, clock: Clock, newcomer: string, options: MarketOptions = {}) {
    const { market = "all", specialSessions = [] } = options;
    this.#seed = seed;
    this.#clock = clock;
    this.#selection = market;
    this.calendar = new Calendar(specialSessions);
    this.#listing = new Listing(seed, sessionAt("equity", clock.now()).day, newcomer, market);
    this.#tape = new Tape(seed, this.calendar);
    this.mutualFunds = new MutualFunds(seed, clock);
    if (typeof market !== "string") this.#checkKeys(market);
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
    return this.#listing.find(key, dayOf(this.#clock.now()));
  }

  /** What is listed under this token today. */
  byToken(token: number): Instrument | undefined {
    return this.#today().byToken.get(token);
  }

  /** @throws {TypeError} when there is nothing of that name: seeds name their instruments in code. */
  instrument(exchange: string, tradingsymbol: string): Instrument {
    const instrument = this.#listing.known(`${exchange}:${tradingsymbol}`);
    if (!instrument) throw new TypeError(`${exchange}:${tradingsymbol} is not listed`);
    return instrument;
  }

  /** An instrument of any day by its key and its expiry, `""` for what has none; undefined when there never was one. */
  recall(key: string, expiry: string): Instrument | undefined {
    if (expiry !== "" && this.#listing.known(key)?.expiry !== expiry) this.#listing.on(dayOfDate(expiry));
    return this.#listing.known(key);
  }

  /** What follows neither from the seed nor from the clock. */
  save(): MarketState {
    const { newcomer, startDay } = this.#listing;
    return { startDay, newcomer, pins: this.#tape.pins.save() };
  }

  /** Becomes the market that was saved; instruments are other objects then. Gives the way back. */
  restore({ startDay, newcomer, pins }: MarketState): () => void {
    const before = { listing: this.#listing, pins: this.#tape.pins.save() };
    this.#listing = new Listing(this.#seed, startDay, newcomer, this.#selection);
    this.#tape.pins.restore(pins);
    return () => {
      this.#listing = before.listing;
      this.#tape.pins.restore(before.pins);
    };
  }

  /** Whether the market was asked to have an instrument, listed today or not. */
  has(instrument: Instrument): boolean {
    return this.#listing.has(instrument);
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
    const session = this.calendar.before(hoursOf(instrument), dayOf(this.#clock.now()));
    return toRupees(this.#tape.settlement(instrument, session));
  }

  quote(instrument: Instrument): Quote {
    const { session, day, last, previousClose } = this.#standing(instrument);
    const now = Math.max(this.#clock.now(), session.open);
    const atOnePrice = this.#clock.now() >= session.close && this.isOpen(instrument);
    return snapshot({ seed: this.#seed, instrument, now, session, day, last, previousClose, atOnePrice });
  }

  /** Whether orders are matched at this moment: as they come, or at the price of the closing auction. */
  isOpen(instrument: Instrument): boolean {
    const now = this.#clock.now();
    const hours = hoursOf(instrument);
    const session = this.calendar.on(hours, dayOf(now));
    if (!session || now < session.open) return false;
    // the hour first: to ask for the date takes longer, and quotes ask thousands of times a second
    if (now >= session.close && !this.#meets(hours, session, now)) return false;
    return isListed(instrument, dateOf(session.day));
  }

  /** The session of an instrument on a day; undefined when its market is closed, or it is not listed. */
  session(instrument: Instrument, day: number): Session | undefined {
    return isListed(instrument, dateOf(day)) ? this.calendar.on(hoursOf(instrument), day) : undefined;
  }

  /** All trades in a session of an instrument up to now, by the minute; the last one may be running. */
  minutes(instrument: Instrument, session: Session): readonly Minute[] {
    return this.#tape.minutes(instrument, session, this.#clock.now());
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
    this.#tape.pin(instrument, tradingTime(session, this.#clock.now()), toTick(instrument.tick, rupees * 100));
  }

  /** Whether all orders meet at one price after continuous trading. */
  #meets(hours: Hours, { auction = Number.POSITIVE_INFINITY }: Session, now: number): boolean {
    const phase = this.calendar.phase(hours, now);
    return phase === "post-close" || (phase === "closing-auction" && now >= auction);
  }

  #checkKeys(keys: readonly string[]): void {
    const unknown = keys.filter((key) => !this.findByKey(key));
    if (unknown.length > 0) throw new TypeError(`market: ${unknown.join(", ")} not listed`);
  }

  #today() {
    return this.#listing.on(dayOf(this.#clock.now()));
  }

  #standing(instrument: Instrument): Standing {
    const session = this.#latestSession(instrument);
    const day = this.#tape.dayUpTo(this.#clock.now(), instrument, session);
    const previousClose = this.#tape.closeBefore(instrument, session);
    const last = day.latest?.close ?? previousClose;
    // the tape begins every life with a trade
    if (last === undefined) throw new Error(`${keyOf(instrument)} has never traded`);
    return { session, day, last, previousClose: previousClose ?? 0 };
  }

  /** The session under way, or the latest one within the life of the instrument. */
  #latestSession(instrument: Instrument): Session {
    const hours = hoursOf(instrument);
    const latest = this.calendar.at(hours, this.#clock.now());
    const { expiry } = instrument;
    if (expiry !== "" && latest.day > dayOfDate(expiry)) return this.calendar.before(hours, dayOfDate(expiry) + 1);
    return latest;
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
