/** Rows or names in one step of preparing a search: about a millisecond, a few in a process that has just started. */
export const stepLength = 8_192;

/** Work on a number of things, some at a time: `work` gets the first one and the one after the last. */
export function* inSteps(length: number, work: (from: number, to: number) => void): Generator<number, void, undefined> {
  for (let from = 0; from < length; from += stepLength) {
    const to = Math.min(from + stepLength, length);
    work(from, to);
    yield to - from;
  }
}
