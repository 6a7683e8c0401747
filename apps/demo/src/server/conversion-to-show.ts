import type { ConvertPositionParams, Position } from "@kite/portfolio";
import { openQuantity } from "../shared/open-quantity.ts";

/**
 * Finds a conversion that shows something: shares bought for delivery become an intraday position, or the other way
 * round. Undefined when no position was bought today.
 */
export function conversionToShow(positions: readonly Position[]): ConvertPositionParams | undefined {
  for (const position of positions) {
    const { exchange, tradingsymbol, product, quantity } = position;
    const { day } = openQuantity(position);
    const isShare = exchange === "NSE" || exchange === "BSE";
    if (!isShare || quantity <= 0 || day < 1 || (product !== "CNC" && product !== "MIS")) continue;
    return {
      exchange,
      tradingsymbol,
      transaction_type: "BUY",
      position_type: "day",
      quantity: Math.ceil(day / 2),
      old_product: product,
      new_product: product === "CNC" ? "MIS" : "CNC",
    };
  }
  return undefined;
}
