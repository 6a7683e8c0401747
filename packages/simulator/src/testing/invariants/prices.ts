/** A price some ticks from another, on the grid. */
export function pricesAway(price: number, tick: number, ticks: number): number {
  return Number(((Math.round(price / tick) + ticks) * tick).toFixed(4));
}

/** The price fields of an order, so many ticks from the last price; a stop lies where the market has not been yet. */
export function pricesOf(
  type: string,
  side: string,
  last: number,
  tick: number,
  ticks: number,
): Record<string, string> {
  const stop = Math.abs(ticks) + 1;
  const trigger = pricesAway(last, tick, side === "BUY" ? stop : -stop);
  const beyond = pricesAway(trigger, tick, side === "BUY" ? 5 : -5);
  return {
    ...(type === "LIMIT" && { price: String(pricesAway(last, tick, ticks)) }),
    ...(type === "SL" && { price: String(beyond) }),
    ...((type === "SL" || type === "SL-M") && { trigger_price: String(trigger) }),
    ...((type === "MARKET" || type === "SL-M") && { market_protection: "-1" }),
  };
}
