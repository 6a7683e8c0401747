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
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
