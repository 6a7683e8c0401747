import { type Instruments, loadInstruments } from "@kite/market-data";
import { kite } from "../api/kite.ts";

/** Milliseconds for the whole list, which is more than a megabyte on a real account. */
const PATIENCE_MS = 120_000;

/**
 * Gives the instruments of the exchange, loaded once for the page, and again when the next list is due in the morning. Somebody who
 * leaves does not stop it. Throws when it could not be loaded and there is no older one; whoever asks next begins anew.
 */
export const loadPageInstruments = (): Promise<Instruments> => loadInstruments(kite, { deadline: PATIENCE_MS });
