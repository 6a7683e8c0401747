/** Trading on a day or at hours that the exchanges announce shortly before: a Saturday, the evening of Diwali. */
export interface SpecialSession {
  /** `yyyy-mm-dd`. What the day would have been without it does not count any more. */
  readonly date: string;
  /** Clock in India, `hh:mm`; `to` is the first minute after it. */
  readonly from: string;
  readonly to: string;
  /** Which markets open. Shares, indices and their derivatives are `equity`. Default: all three. */
  readonly markets?: readonly ("equity" | "currency" | "commodity")[];
}

/** @throws {TypeError} for a date or a time that is none. */
export function checkSpecialSessions(sessions: readonly SpecialSession[]): void {
  for (const { date, from, to } of sessions) {
    const day = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
    if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== date) {
      throw new TypeError(`specialSessions: expected a date, yyyy-mm-dd, got ${JSON.stringify(date)}`);
    }
    if (![from, to].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) || from >= to) {
      throw new TypeError(`specialSessions: expected two times, hh:mm, one after the other, got ${from} to ${to}`);
    }
  }
}
