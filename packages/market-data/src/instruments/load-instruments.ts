import { invalidInput, type KiteClient } from "@kite/core";
import { getInstruments } from "../endpoints/get-instruments.ts";
import type { InstrumentKeeper, LoadInstrumentsOptions } from "./instrument-keeper.ts";
import type { Instruments } from "./instruments.ts";
import { loadEngine } from "./load-part.ts";

/**
 * What clients keep, by the session that all forms of a client share: two clients share nothing, and what a client has kept goes
 * away with it.
 */
let keepers: WeakMap<object, Map<string, InstrumentKeeper>> | undefined;

/**
 * Gives the instruments to look up, search and walk through, downloaded at most once a day: they are kept in the client until the next
 * list is due, about 08:30 IST, however many callers ask at once. A `store` keeps them over a restart too.
 *
 * A list that is cut, or a server that fails, does not take away what there is: an older list stays in use (see
 * `downloadedAt`), `onProblem` hears of it, and another try is made a minute later. Throws only when there is none to fall back to.
 *
 * @example
 * const instruments = await loadInstruments(kite);
 * instruments.byKey("NSE:INFY")?.instrument_token;
 */
export async function loadInstruments(kite: KiteClient, options: LoadInstrumentsOptions = {}): Promise<Instruments> {
  const { exchanges, renewAt = "08:30" } = options;
  if (exchanges?.length === 0) throw refused("exchanges", "must name one at least, or be left out");
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(renewAt)) throw refused("renewAt", "must be hh:mm");
  const chosen = exchanges && [...new Set(exchanges)].sort();
  const { InstrumentKeeper, downloading } = await loadEngine();
  keepers ??= new WeakMap();
  const own = keepers.get(kite.session) ?? new Map<string, InstrumentKeeper>();
  keepers.set(kite.session, own);
  const key = chosen?.join() ?? "ALL";
  const keeper = own.get(key) ?? new InstrumentKeeper(downloading(kite, getInstruments.spec));
  own.set(key, keeper);
  return keeper.get({ ...options, exchanges: chosen });
}

const refused = (field: string, problem: string) => invalidInput(field, problem, "loadInstruments");
