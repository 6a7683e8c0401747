/** Holds what callers were told against what the exchange has. */
export function judge({ placements, told, orders, arrivals, counts }) {
  const inBook = Map.groupBy ? Map.groupBy(orders, ({ tag }) => tag) : groupByTag(orders);
  const count = (outcome) => told.filter((result) => result.outcome === outcome).length;
  const untrue = told.filter(({ outcome, tag, order_id }) => {
    const found = inBook.get(tag) ?? [];
    const live = found.filter(({ status }) => status !== "REJECTED");
    if (outcome === "placed") return live.length === 0 || !found.some((order) => order.order_id === order_id);
    return outcome === "rejected" && live.length > 0;
  });
  const tags = new Set(told.map(({ tag }) => tag));
  const sorted = arrivals.toSorted((a, b) => a - b);
  return {
    placements,
    answered: told.length,
    placed: count("placed"),
    rejected: count("rejected"),
    unknown: count("unknown"),
    "unknown, and in the book": told.filter(({ outcome, tag }) => outcome === "unknown" && inBook.has(tag)).length,
    duplicates: [...inBook.values()].filter((found) => found.length > 1).length,
    "untrue answers": untrue.length,
    "orders nobody was told of": orders.filter(({ tag }) => !tags.has(tag)).length,
    "faults that struck": counts.reduce((sum, { struck }) => sum + struck, 0),
    "most in a sliding second": mostWithin(sorted, 1_000),
    "most in a calendar second": mostPer(sorted, 1_000),
    "most in a sliding minute": mostWithin(sorted, 60_000),
    "most in a calendar minute": mostPer(sorted, 60_000),
    "most in a day": mostPer(
      sorted.map((at) => at + 19_800_000),
      86_400_000,
    ),
    "share of the allowed rate": shareOfRate(sorted),
  };
}

function groupByTag(orders) {
  const groups = new Map();
  for (const order of orders) groups.set(order.tag, [...(groups.get(order.tag) ?? []), order]);
  return groups;
}

/** The most moments in any stretch of that many milliseconds. */
function mostWithin(sorted, length) {
  let most = 0;
  let start = 0;
  for (const [end, moment] of sorted.entries()) {
    while (moment - sorted[start] >= length) start += 1;
    most = Math.max(most, end - start + 1);
  }
  return most;
}

/** The most moments in any stretch that begins at a whole multiple of its length. */
function mostPer(moments, length) {
  const counts = new Map();
  for (const moment of moments) {
    const stretch = Math.floor(moment / length);
    counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/**
 * Of 400 a minute, how many were used: over the whole minutes from the first order on, until the end of the first day cut the stretch short.
 */
function shareOfRate(sorted) {
  const [first = 0] = sorted;
  const pause = sorted.findIndex((at, index) => at - (sorted[index - 1] ?? at) > 20_000);
  const stretch = pause > 0 ? sorted.slice(0, pause) : sorted;
  const minutes = Math.floor(((stretch.at(-1) ?? first) - first) / 60_000);
  return stretch.filter((at) => at - first < minutes * 60_000).length / (minutes * 400);
}
