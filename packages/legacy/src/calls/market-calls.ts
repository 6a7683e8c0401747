import { getHistoricalData, getInstruments, getLTP, getOHLC, getQuote, getTriggerRange } from "@kite/market-data";
import type { Exchanges } from "../interfaces/index.ts";
import type { CandleInterval, HistoricalData, Instrument, LTPData, OHLCData, QuoteData } from "../types/market.ts";
import type { TransactionType } from "../types/vocabulary.ts";
import { candleRows } from "../wire/candle-rows.ts";
import { datedQuotes } from "../wire/dated-rows.ts";
import { instrumentRows } from "../wire/instrument-rows.ts";
import { LegacyError } from "../wire/legacy-error.ts";
import { PortfolioCalls } from "./portfolio-calls.ts";

type Keys = string | string[];

/** Instruments, quotes and candles. */
export abstract class MarketCalls extends PortfolioCalls {
  /**
   * Downloads the list of all instruments, or of one exchange.
   * @deprecated Use `kite.marketData.getInstruments(exchange)`.
   */
  getInstruments(exchange?: Exchanges): Promise<Instrument[]> {
    const sent = exchange
      ? { route: "/instruments/{exchange}", slots: { exchange }, query: { exchange } }
      : { route: "/instruments" };
    return this.call("getInstruments", getInstruments.spec, sent, (csv) => instrumentRows(String(csv)));
  }

  /**
   * Gives all there is about instruments, by `EXCHANGE:TRADINGSYMBOL`; unknown ones are missing. At most 500 at once.
   * @deprecated Use `kite.marketData.getQuote(instruments)`.
   */
  getQuote(instruments: Keys): Promise<Record<string, QuoteData>> {
    return this.call("getQuote", getQuote.spec, keys(instruments), (quotes) => datedQuotes(quotes, this.clock));
  }

  /**
   * Gives last prices and the session's prices; unknown instruments are missing. At most 1,000 at once.
   * @deprecated Use `kite.marketData.getOHLC(instruments)`.
   */
  getOHLC(instruments: Keys): Promise<Record<string, OHLCData>> {
    return this.call("getOHLC", getOHLC.spec, keys(instruments));
  }

  /**
   * Gives last prices; unknown instruments are missing. At most 1,000 at once.
   * @deprecated Use `kite.marketData.getLTP(instruments)`.
   */
  getLTP(instruments: Keys): Promise<Record<string, LTPData>> {
    return this.call("getLTP", getLTP.spec, keys(instruments));
  }

  /**
   * Gives candles, in one request: a range that is longer than Kite allows is refused by Kite. Texts are sent as they are.
   * @deprecated Use `kite.marketData.getHistoricalData({ instrument_token, interval, from, to, continuous, oi })`.
   */
  getHistoricalData(
    instrument_token: number | string,
    interval: CandleInterval,
    from_date: string | Date,
    to_date: string | Date,
    continuous: boolean | number = false,
    oi: boolean | number = false,
  ): Promise<HistoricalData[]> {
    const sent = () => {
      const [from, to] = [this.#text("from_date", from_date), this.#text("to_date", to_date)];
      const query = { instrument_token, interval, from, to, continuous: continuous ? 1 : 0, oi: oi ? 1 : 0 };
      return { slots: query, query };
    };
    requireMoment("from_date", from_date);
    requireMoment("to_date", to_date);
    return this.call("getHistoricalData", getHistoricalData.spec, sent, candleRows);
  }

  /**
   * Gives the prices between which the trigger of a cover order may lie; undefined for an unknown instrument. The old client has
   * this call in its types alone; Kite does not document the route.
   * @deprecated Use `kite.marketData.getTriggerRange({ transaction_type, instruments })`.
   */
  // biome-ignore lint/suspicious/noExplicitAny: programs written against the old type use it as what they like
  getTriggerRange(exchange: Exchanges, tradingsymbol: string, transaction_type: TransactionType): Promise<any> {
    const key = `${exchange}:${tradingsymbol}`;
    const sent = { slots: { side: String(transaction_type).toLowerCase() }, query: { i: key } };
    const find = (ranges: unknown) => (ranges as Record<string, unknown>)[key];
    return this.call("getTriggerRange", getTriggerRange.spec, sent, find);
  }

  #text(field: string, moment: string | Date): string {
    return typeof moment === "object" ? this.clock.write(field, moment) : String(moment);
  }
}

/** Throws at once for an object that is no `Date`: a moment of another library. */
function requireMoment(field: string, moment: string | Date): void {
  if (typeof moment !== "object" || typeof moment?.getTime === "function") return;
  const message = `${field}: must be a text or a Date`;
  throw new LegacyError({ code: "InvalidInput", endpoint: "getHistoricalData", field, message, outcome: "not-sent" });
}

/** The keys, each in a field of its own. */
const keys = (instruments: Keys) => ({ query: { i: instruments } });
