import { keyOf } from "../market/instrument-row.ts";
import { instrumentAddress } from "../market/use-instrument-key.ts";

/** What can be done with a row elsewhere on the page. */
export interface RowAction {
  readonly name: string;
  readonly address: string;
  /** The page's key that does the same while the row has the focus. */
  readonly shortcut?: string;
}

type Named = Parameters<typeof keyOf>[0];

interface Position extends Named {
  readonly product: string;
  /** Negative when short, 0 when closed. */
  readonly quantity: number;
}

/** What can be done with a holding. */
export const holdingActions = (row: Named): readonly RowAction[] => [
  order(row, "Buy more", "BUY"),
  order(row, "Sell", "SELL"),
  ...watching(row),
];

/**
 * What can be done with a position. A long one ends by selling, a short one by buying, all of it, and as the same product: as another
 * one it would stay, with a second position beside it.
 */
export function positionActions(row: Position): readonly RowAction[] {
  const { product, quantity } = row;
  const buy =
    quantity < 0 ? exit(row, "Exit: buy", "BUY") : order(row, quantity ? "Buy more" : "Buy", "BUY", { product });
  const sell =
    quantity > 0 ? exit(row, "Exit: sell", "SELL") : order(row, quantity ? "Sell more" : "Sell", "SELL", { product });
  return [buy, sell, ...watching(row)];
}

function exit(row: Position, name: string, side: Side): RowAction {
  const { product, quantity } = row;
  return order(row, name, side, { product, quantity: String(Math.abs(quantity)) });
}

type Side = "BUY" | "SELL";

function order(row: Named, name: string, side: Side, rest?: Readonly<Record<string, string>>): RowAction {
  const address = `${instrumentAddress("orders", keyOf(row))}?${new URLSearchParams({ side, ...rest })}`;
  // the key knows the instrument and the side alone
  return { name, address, ...(!rest && { shortcut: side === "BUY" ? "b" : "s" }) };
}

function watching(row: Named): readonly RowAction[] {
  const key = keyOf(row);
  return [
    { name: "Set a trigger", address: instrumentAddress("gtt", key) },
    { name: "Set an alert", address: instrumentAddress("alerts", key) },
  ];
}
