import type { Instrument, Instruments } from "@kite/market-data";
import { Failure } from "../failure.ts";

/** Finds an instrument by its key. Throws 404 when there is none. */
export function listed(instruments: Instruments, key = ""): Instrument {
  const instrument = instruments.byKey(key);
  if (!instrument) throw notListed(key);
  return instrument;
}

/** Says that there is no such instrument. */
export const notListed = (key: string): Failure =>
  new Failure(404, {
    code: "NotListed",
    message: key ? `${key} is not listed, or not any more.` : "No instrument was named.",
    what_to_do: "Search for another instrument.",
  });
