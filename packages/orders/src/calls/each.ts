import { invalidInput } from "@kite/core";

/** Does `work` for every item, at most `concurrency` at once, begun in their order. Gives the results in their order. */
export async function each<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  // All workers draw from one iterator, so that no item is taken twice.
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  return results;
}

/** Gives back how many may be under way at once, or throws `InvalidInput`. */
export function requireConcurrency(concurrency: number, endpoint: string): number {
  if (Number.isSafeInteger(concurrency) && concurrency >= 1) return concurrency;
  throw invalidInput("concurrency", `must be a whole number of at least 1, got ${concurrency}`, endpoint);
}
