import { formatIstDate } from "@kite/models";

/** Milliseconds of a day in India, which has no summer time. */
export const dayLength = 86_400_000;

/** Milliseconds that the Indian clock is ahead of UTC. */
const ahead = 19_800_000;

/** Gives the milliseconds of the midnight in India before a moment, or at it. */
export const midnightOf = (milliseconds: number): number =>
  Math.floor((milliseconds + ahead) / dayLength) * dayLength - ahead;

/** Gives the milliseconds of midnight in India of a calendar date. */
export const midnight = (date: string): number => Date.parse(`${date}T00:00:00+05:30`);

/** Gives the calendar date in India, `yyyy-mm-dd`, of milliseconds. Throws a RangeError for years that have not four digits. */
export const dateOf = (milliseconds: number): string => formatIstDate(new Date(milliseconds));
