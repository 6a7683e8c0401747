/** Requests under way at once: the rate limit is three a second, and an answer may take longer than a third of one. */
const ahead = 3;

/**
 * Does work for each item, a few at once, and gives the results in the order of the items. After a failure, or when the consumer
 * leaves, the rest is called off.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
  outer?: AbortSignal,
): AsyncGenerator<readonly [Item, Result], void, undefined> {
  const controller = new AbortController();
  const follow = () => controller.abort(outer?.reason);
  if (outer?.aborted) follow();
  else outer?.addEventListener("abort", follow, { once: true });
  const started: Promise<Result>[] = [];
  try {
    for (const [index, item] of items.entries()) {
      for (const next of items.slice(started.length, index + ahead)) {
        const result = work(next, controller.signal);
        // Seen below in its turn; until then a failure must not count as unhandled.
        result.catch(() => {});
        started.push(result);
      }
      yield [item, await (started[index] as Promise<Result>)];
    }
  } finally {
    outer?.removeEventListener("abort", follow);
    controller.abort();
  }
}
