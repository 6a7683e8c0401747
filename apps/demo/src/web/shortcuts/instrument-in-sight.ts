/** Instrument in an address of the page: `#/market/NSE%3AINFY`, `#/orders/NSE:INFY?side=BUY`. */
export function instrumentAt(address: string | null | undefined): string | undefined {
  const [, key] = /^#\/(?:market|orders|gtt)\/([^?]+)/.exec(address ?? "") ?? [];
  try {
    return key && decodeURIComponent(key);
  } catch {
    return undefined;
  }
}

/**
 * Finds the instrument that a person means: that of what has the focus, that of the address, or the one that the view shows. Undefined
 * when there is none: an order follows, so nothing is guessed.
 */
export function instrumentInSight(): string | undefined {
  const { activeElement } = document;
  const candidates = [
    activeElement,
    activeElement?.closest("tr, li")?.querySelector("a[href^='#/']"),
    // the market view begins with an instrument that no address names
    document.querySelector("main .quote-actions a"),
  ].map((link) => instrumentAt(link?.getAttribute("href")));
  return candidates[0] ?? candidates[1] ?? instrumentAt(location.hash) ?? candidates[2];
}
