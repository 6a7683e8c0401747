import type { Instrument, Instruments } from "@kite/market-data";
import { KnownFailure } from "../api/known-failure.ts";

/** Finds an instrument by its key. Throws `KnownFailure` when there is none. */
export function listed(instruments: Instruments, key: string): Instrument {
  const instrument = instruments.byKey(key);
  if (!instrument) throw notListed(key);
  return instrument;
}

/** Says that there is no such instrument. */
export const notListed = (key: string): KnownFailure =>
  new KnownFailure({
    code: "NotListed",
    message: `${key} is not listed, or not any more.`,
    what_to_do: "Search for another instrument.",
  });
