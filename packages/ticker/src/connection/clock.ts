/** Time, so that tests can drive it. */
export interface Clock {
  /** Milliseconds that only ever go forward: a corrected wall clock must not hide a silence. */
  now(): number;
  /** The wall clock, epoch milliseconds. */
  date(): number;
  /** Calls `act` after that many milliseconds; the function returned ends the wait. */
  after(milliseconds: number, act: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  after(milliseconds, act) {
    // A timer of more than 24 days would fire at once, and whoever sets Infinity means never.
    const timer = milliseconds < 2 ** 31 ? setTimeout(act, milliseconds) : undefined;
    return () => clearTimeout(timer);
  },
};
