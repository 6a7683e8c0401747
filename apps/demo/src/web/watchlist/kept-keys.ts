const NAME = "kite-demo-watchlist";

/** The instruments that were kept in this browser; undefined when nobody has changed the usual ones. */
export function keptKeys(storage: Pick<Storage, "getItem">): readonly string[] | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(NAME) ?? "null");
    return Array.isArray(kept) ? kept.filter((key) => typeof key === "string") : undefined;
  } catch {
    // a browser that keeps nothing, or what somebody else has written
    return undefined;
  }
}

/** Keeps the instruments in this browser, if it lets us. */
export function keepKeys(storage: Pick<Storage, "setItem">, keys: readonly string[]): void {
  try {
    storage.setItem(NAME, JSON.stringify(keys));
  } catch {
    // the list is as good without; it begins anew with the next visit
  }
}
