/** A repeatable stream of numbers and texts. */
export interface Random {
  /** From 0 to just below 1. */
  fraction(): number;
  /** Whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** Letters and digits, as tokens and ids are made of. */
  text(length: number): string;
  /** How far the stream has come, 32 bits; one that is given another's goes on as that one does. */
  state: number;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/**
 * Makes a stream that depends on nothing but the seed and its name. Every purpose takes a stream of its own, so that a
 * new holding or instrument leaves the numbers of all the others as they were.
 */
export function createRandom(seed: number, stream: string): Random {
  let state = hash(`${seed}/${stream}`);
  // mulberry32: 32 bits of state are plenty for demo data, and the arithmetic is the same on every machine
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    fraction: next,
    int,
    get state() {
      return state;
    },
    set state(value) {
      state = value | 0;
    },
    text: (length) => Array.from({ length }, () => ALPHABET[int(0, ALPHABET.length - 1)]).join(""),
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  // by index: quotes need thousands of streams a second, and an iterator over the text takes most of their time
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value;
}
