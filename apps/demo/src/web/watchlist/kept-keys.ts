/** The instruments that were kept in this browser under a name; undefined when there are none. */
export function keptKeys(storage: Pick<Storage, "getItem">, name: string): readonly string[] | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(name) ?? "null");
    return Array.isArray(kept) ? kept.filter((key) => typeof key === "string") : undefined;
  } catch {
    // a browser that keeps nothing, or what somebody else has written
    return undefined;
  }
}

/** Keeps the instruments in this browser, if it lets us. */
export function keepKeys(storage: Pick<Storage, "setItem">, name: string, keys: readonly string[]): void {
  try {
    storage.setItem(name, JSON.stringify(keys));
  } catch {
    // the list is as good without; it begins anew with the next visit
  }
}
