import type { HoldingRow } from "../holdings/holding-row.ts";

/** A part of the whole. */
export interface Slice {
  readonly name: string;
  /** Percent. */
  readonly share: number;
  /** Percent of the whole that lies before it. */
  readonly start: number;
}

const NAMED = 6;

/** Splits the portfolio into its largest holdings and the others together, the largest first. */
export function slicesOf(holdings: readonly HoldingRow[]): Slice[] {
  const shares = holdings
    .map(({ tradingsymbol, allocation }) => ({ name: tradingsymbol, share: allocation }))
    .filter(({ share }) => share > 0)
    .sort((one, other) => other.share - one.share);
  // one holding alone is not "others"
  const named = shares.length === NAMED + 1 ? NAMED + 1 : NAMED;
  const others = shares.slice(named);
  const parts = shares.slice(0, named);
  if (others.length > 0) parts.push({ name: `${others.length} others`, share: sum(others) });
  return parts.map((part, index) => ({ ...part, start: sum(parts.slice(0, index)) }));
}

/** Shares have two decimals; adding hundredths keeps them so. */
const sum = (parts: readonly { readonly share: number }[]): number =>
  parts.reduce((total, { share }) => total + Math.round(share * 100), 0) / 100;
