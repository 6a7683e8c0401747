import type { Trade } from "@kite/models";

/** What is bought and sold against each other: one instrument in one product. */
interface Holding {
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly product: string;
}

/** Tells whether two rows are about the same instrument in the same product. */
export const isSame = (one: Holding, other: Holding): boolean => keyOf(one) === keyOf(other);

/** Groups trades by instrument and product, each group oldest first, in the order of their first trades. */
export function byInstrument(trades: readonly Trade[]): [Trade, ...Trade[]][] {
  // The server's order counts within a second; sorting keeps it.
  const inTime = [...trades].sort((one, other) => one.fill_timestamp.getTime() - other.fill_timestamp.getTime());
  const groups = new Map<string, [Trade, ...Trade[]]>();
  for (const trade of inTime) {
    const group = groups.get(keyOf(trade));
    if (group) group.push(trade);
    else groups.set(keyOf(trade), [trade]);
  }
  return [...groups.values()];
}

const keyOf = ({ exchange, tradingsymbol, product }: Holding): string => [exchange, tradingsymbol, product].join("\n");
