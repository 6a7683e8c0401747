import type { Clock } from "../clock.ts";
import type { Calendar } from "../market/calendar.ts";
import { dateOf, dayOf } from "../market/day.ts";
import { hoursOf } from "../market/hours.ts";
import { type Instrument, keyOf } from "../market/instrument.ts";
import { isListed } from "../market/listing.ts";
import type { Market } from "../market/market.ts";
import type { MarketState } from "../market/market-state.ts";
import { MutualFunds } from "../market/mutual-funds.ts";
import type { Price, Quote } from "../market/quote.ts";
import type { Session } from "../market/session.ts";
import type { Minute } from "../market/trades.ts";
import type { QuoteRow } from "./quote-rows.ts";
import type { Recording } from "./read-recording.ts";
import { calendarOf } from "./recorded-calendar.ts";
import { recordedInstrument } from "./recorded-instrument.ts";
import { recordedMinutes } from "./recorded-minutes.ts";
import { quoteOfPacket, quoteOfRow } from "./recorded-quote.ts";
import { TickIndex } from "./tick-index.ts";

const NO_TICKS = new TickIndex(Buffer.alloc(0), 0);

/** What was recorded about an instrument. */
interface Track {
  readonly instrument: Instrument;
  readonly beginning: QuoteRow;
  readonly ticks: TickIndex;
  /** The packet that was read last, and what it says: a quote is the same object until the next packet comes. */
  reached: number;
  quote: Quote;
}

/**
 * A market that was recorded. At each moment of the clock it shows what the stream had said by then: before the first
 * packet the quotes of the beginning, after the last one what stood at the end.
 */
export class RecordedMarket implements Pick<Market, keyof Market> {
  readonly #clock: Clock;
  readonly #recording: Recording;
  readonly #tracks: ReadonlyMap<string, Track>;
  readonly #byToken: ReadonlyMap<number, Track>;
  readonly mutualFunds: MutualFunds;
  readonly calendar: Calendar;

  /** @param seed - For mutual funds, which no stream carries. */
  constructor(recording: Recording, seed: number, clock: Clock) {
    this.#clock = clock;
    this.#recording = recording;
    const tracks = tracksOf(recording);
    this.#tracks = new Map(tracks.map((track) => [keyOf(track.instrument), track]));
    this.#byToken = new Map(tracks.map((track) => [track.instrument.instrument_token, track]));
    this.mutualFunds = new MutualFunds(seed, clock);
    this.calendar = calendarOf(recording);
  }

  list(): readonly Instrument[] {
    return [...this.#tracks.values()].map(({ instrument }) => instrument).filter((one) => this.#isListed(one));
  }

  find(exchange: string, tradingsymbol: string): Instrument | undefined {
    return this.findByKey(`${exchange}:${tradingsymbol}`);
  }

  findByKey(key: string): Instrument | undefined {
    const instrument = this.#tracks.get(key)?.instrument;
    return instrument && this.#isListed(instrument) ? instrument : undefined;
  }

  byToken(token: number): Instrument | undefined {
    const instrument = this.#byToken.get(token)?.instrument;
    return instrument && this.#isListed(instrument) ? instrument : undefined;
  }

  instrument(exchange: string, tradingsymbol: string): Instrument {
    const track = this.#tracks.get(`${exchange}:${tradingsymbol}`);
    if (!track)
      throw new TypeError(
        `${exchange}:${tradingsymbol} was not recorded; users of a replay begin with money alone, \`portfolio: "cash"\``,
      );
    return track.instrument;
  }

  has(): boolean {
    return true;
  }

  recall(key: string): Instrument | undefined {
    return this.#tracks.get(key)?.instrument;
  }

  /** Nothing: all of it is in the recording. */
  save(): MarketState {
    return { startDay: 0, newcomer: "", pins: [] };
  }

  restore(): () => void {
    return () => {};
  }

  price(instrument: Instrument): number {
    return this.quote(instrument).last_price;
  }

  priceOf(instrument: Instrument): Price {
    const { last_price, ohlc } = this.quote(instrument);
    return { last_price, close_price: ohlc.close };
  }

  settlement(instrument: Instrument): number {
    const { last_price, ohlc } = this.quote(instrument);
    return ohlc.close || last_price;
  }

  quote(instrument: Instrument): Quote {
    const track = this.#trackOf(instrument);
    const reached = track.ticks.upTo(this.#clock.now());
    if (reached !== track.reached) {
      track.reached = reached;
      track.quote =
        reached === -1
          ? quoteOfRow(track.instrument, this.#recording.start, track.beginning)
          : quoteOfPacket(track.instrument, track.ticks.packet(reached), track.beginning);
    }
    return track.quote;
  }

  isOpen(instrument: Instrument): boolean {
    const now = this.#clock.now();
    const session = this.session(instrument, dayOf(now));
    return session !== undefined && session.open <= now && now < session.close;
  }

  session(instrument: Instrument, day: number): Session | undefined {
    if (!isListed(instrument, dateOf(day))) return undefined;
    return this.calendar.on(hoursOf(instrument), day);
  }

  minutes(instrument: Instrument, session: Session): readonly Minute[] {
    const { ticks, beginning } = this.#trackOf(instrument);
    const to = Math.min(this.#clock.now(), session.close - 1);
    return recordedMinutes(instrument, ticks, { from: session.open, to, volumeBefore: beginning.volume });
  }

  frontFuture({ exchange, name, instrument_type }: Instrument, day: number): Instrument | undefined {
    if (instrument_type !== "FUT") return undefined;
    const futures = [...this.#tracks.values()].map(({ instrument }) => instrument);
    return futures
      .filter((one) => one.exchange === exchange && one.name === name && one.instrument_type === "FUT")
      .filter(({ expiry }) => expiry >= dateOf(day))
      .sort((one, other) => one.expiry.localeCompare(other.expiry))[0];
  }

  /** @throws {TypeError} always. */
  setPrice(): void {
    throw new TypeError("setPrice: the prices of a replay are those of its recording");
  }

  #isListed(instrument: Instrument): boolean {
    return isListed(instrument, dateOf(dayOf(this.#clock.now())));
  }

  #trackOf(instrument: Instrument): Track {
    const track = this.#byToken.get(instrument.instrument_token);
    if (!track) throw new TypeError(`${keyOf(instrument)} was not recorded`);
    return track;
  }
}

/** What was recorded and has a price. */
function tracksOf({ instruments, quotes, ticks, start }: Recording): Track[] {
  return instruments.flatMap((row): Track[] => {
    const own = ticks.get(Number(row.instrument_token)) ?? NO_TICKS;
    const beginning = quotes.get(`${row.exchange}:${row.tradingsymbol}`);
    const instrument = recordedInstrument(row, beginning?.last_price ?? 0);
    if (!instrument || (!beginning && own.length === 0)) return [];
    const known = beginning ?? rowOfPacket(quoteOfPacket(instrument, own.packet(0), undefined));
    return [{ instrument, beginning: known, ticks: own, reached: -1, quote: quoteOfRow(instrument, start, known) }];
  });
}

/** Where the server had no quote, the first packet stands in for it. */
const rowOfPacket = ({ last_price, volume, oi, ohlc }: Quote): QuoteRow => ({
  ...{ last_price, volume, oi, ohlc },
  band: undefined,
});
