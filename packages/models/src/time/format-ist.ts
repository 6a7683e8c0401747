import { istClock } from "./ist-clock.ts";

/**
 * Writes a moment as IST wall time, `yyyy-mm-dd hh:mm:ss`, the form that Kite reads. Fractions of a second are cut off.
 *
 * @example
 * formatIst(new Date("2025-01-17T03:45:00Z")); // "2025-01-17 09:15:00"
 *
 * @throws RangeError for an Invalid Date and for years before 1000 or after 9999.
 */
export const formatIst = (date: Date): string => istClock(date).slice(0, 19).replace("T", " ");
