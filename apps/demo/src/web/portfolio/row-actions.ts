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

/** What can be done with a holding. */
export const holdingActions = (row: Named): readonly RowAction[] => actions(row, "Buy more", "Sell");

/** What can be done with a position: a short one ends by buying. */
export function positionActions(row: Named & { readonly quantity: number }): readonly RowAction[] {
  if (row.quantity === 0) return actions(row, "Buy", "Sell");
  return row.quantity > 0 ? actions(row, "Buy more", "Exit: sell") : actions(row, "Exit: buy", "Sell more");
}

function actions(row: Named, buy: string, sell: string): readonly RowAction[] {
  const key = keyOf(row);
  return [
    { name: buy, address: orderAddress(key, "BUY"), shortcut: "b" },
    { name: sell, address: orderAddress(key, "SELL"), shortcut: "s" },
    { name: "Set a trigger", address: instrumentAddress("gtt", key) },
    { name: "Set an alert", address: instrumentAddress("alerts", key) },
  ];
}

const orderAddress = (key: string, side: "BUY" | "SELL"): string => `${instrumentAddress("orders", key)}?side=${side}`;
