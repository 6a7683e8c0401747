import { invalidInput } from "@kite/core";

/**
 * Longest list of keys in one address, in characters. A call may name 500 or 1,000 instruments, but Node's servers, a gateway for
 * one, take 16 kB for address and headers together, and about 825 long keys have been too much for Kite too.
 */
const longestQuery = 15_000;

/** Gives the keys, each once. Throws `InvalidInput` for one that cannot name an instrument. */
export function checkedKeys(instruments: string | readonly string[], endpoint?: string): string[] {
  const keys = typeof instruments === "string" ? [instruments] : instruments;
  if (!Array.isArray(keys)) {
    throw invalidInput("instruments", 'must be a key like "NSE:INFY", or a list of them', endpoint);
  }
  for (const [index, key] of keys.entries()) {
    if (typeof key !== "string" || !/^(\w+:.*\S|\d+)$/.test(key)) {
      throw invalidInput(`instruments[${index}]`, `must be like "NSE:INFY", got ${JSON.stringify(key)}`, endpoint);
    }
  }
  return [...new Set<string>(keys)];
}

/** Cuts a list of keys into such as one call takes. */
export function batches(keys: readonly string[], atMost: number): string[][] {
  const all: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const key of keys) {
    const own = new URLSearchParams([["i", key]]).toString().length + 1;
    const current = all.at(-1);
    length += own;
    if (current && current.length < atMost && length <= longestQuery) current.push(key);
    else {
      all.push([key]);
      length = own;
    }
  }
  return all;
}
