import type { Instrument, Instruments } from "@kite/market-data";
import type { InstrumentRow } from "../market/instrument-row.ts";
import { isIndex } from "../market/market-words.ts";

/** The exchange by which alerts name an instrument: all indices are on one of their own. */
export const alertExchange = (instrument: Pick<InstrumentRow, "exchange" | "segment">): string =>
  isIndex(instrument) ? "INDICES" : instrument.exchange;

/** Whether alerts know the exchange of an instrument; Kite does not list `BFO` among theirs. */
export const isForAlerts = ({ exchange }: Pick<InstrumentRow, "exchange">): boolean => exchange !== "BFO";

/** Finds what an alert names; undefined for what is not listed any more. */
export function findForAlert(instruments: Instruments, exchange: string, symbol: string): Instrument | undefined {
  if (exchange !== "INDICES") return instruments.byKey(`${exchange}:${symbol}`);
  for (const place of ["NSE", "BSE", "MCX", "NSEIX", "GLOBAL"]) {
    const found = instruments.byKey(`${place}:${symbol}`);
    if (found && isIndex(found)) return found;
  }
  return undefined;
}
