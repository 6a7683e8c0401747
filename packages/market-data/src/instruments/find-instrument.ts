import { invalidInput } from "@kite/core";
import type { Instrument } from "@kite/models";
import { engineOf } from "./engine.ts";
import { type InstrumentFilter, passes } from "./instrument-filter.ts";
import type { Instruments } from "./instruments.ts";

/**
 * Finds the instruments that a filter wants, the earliest expiry first, then by strike; what does not expire comes first.
 *
 * @example
 * const futures = findInstruments(instruments, { name: "NIFTY", instrument_type: "FUT" });
 */
export function findInstruments(instruments: Instruments, filter: InstrumentFilter): Instrument[] {
  const { find } = engineOf(instruments);
  if (find) return find(filter);
  const found: Instrument[] = [];
  const candidates = filter.name === undefined ? instruments : instruments.byName(filter.name);
  for (const instrument of candidates) if (passes(instrument, filter)) found.push(instrument);
  return found.sort((one, other) => compare(one.expiry ?? "", other.expiry ?? "") || one.strike - other.strike);
}

/**
 * Finds one instrument: by key (`NSE:INFY`), by token, or the first one that a filter wants, which is the one that expires next.
 * Undefined when there is none.
 *
 * Throws `InvalidInput` for a text without an exchange.
 *
 * @example
 * findInstrument(instruments, "NSE:INFY");
 * findInstrument(instruments, 408065);
 * findInstrument(instruments, { name: "NIFTY", expiry: "2026-03-26", strike: 24500, instrument_type: "CE" });
 */
export function findInstrument(
  instruments: Instruments,
  wanted: string | number | InstrumentFilter,
): Instrument | undefined {
  if (typeof wanted === "number") return instruments.byToken(wanted);
  if (typeof wanted === "object" && wanted !== null) {
    const { findFirst } = engineOf(instruments);
    return findFirst ? findFirst(wanted) : findInstruments(instruments, wanted)[0];
  }
  if (typeof wanted === "string" && wanted.includes(":")) return instruments.byKey(wanted);
  throw invalidInput(
    "wanted",
    `must be a key like "NSE:INFY", a token or a filter, got ${JSON.stringify(wanted)}`,
    "findInstrument",
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
