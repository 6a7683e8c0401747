import { istClock } from "./ist-clock.ts";

/**
 * Writes the Indian calendar date of a moment, `yyyy-mm-dd`.
 *
 * @example
 * formatIstDate(new Date("2025-01-16T18:30:00Z")); // "2025-01-17", midnight in India
 *
 * @throws RangeError for an Invalid Date and for years before 1000 or after 9999.
 */
export const formatIstDate = (date: Date): string => istClock(date).slice(0, 10);
