import { price, type Trade } from "@kite/models";
import { matchFifo } from "./match-fifo.ts";
import type { CarriedQuantity, InstrumentPnl, OpenLot } from "./pnl-report.ts";

/** Computes the figures of one instrument in one product. The trades come oldest first; null stands for a multiplier that is not known. */
export function valueInstrument(
  trades: readonly [Trade, ...Trade[]],
  carried: readonly CarriedQuantity[],
  multiplier: number | null,
): InstrumentPnl {
  const [{ exchange, tradingsymbol, product }] = trades;
  const fills: OpenLot[] = [
    ...carried.map(({ quantity, average_price }) => ({ quantity, price: average_price })),
    ...trades.map(({ transaction_type, quantity, average_price }) => ({
      quantity: transaction_type === "BUY" ? quantity : -quantity,
      price: average_price,
    })),
  ];
  const times = multiplier ?? 1;
  const bought = side(fills.filter(({ quantity }) => quantity > 0));
  const sold = side(fills.filter(({ quantity }) => quantity < 0));
  const { gain, open } = matchFifo(fills);
  const matched = Math.min(bought.quantity, sold.quantity);
  // The share of a side is rounded once, at the end; where all of a side is matched, it is its value.
  const matchedValue = ({ quantity, worth }: Side) =>
    quantity === 0 ? 0 : price.share(price.multiply(worth, times), matched, quantity, 4);
  return {
    ...{ exchange, tradingsymbol, product, multiplier, trades },
    buy_quantity: bought.quantity,
    buy_value: price.multiply(bought.worth, times),
    buy_price: bought.average,
    sell_quantity: sold.quantity,
    sell_value: price.multiply(sold.worth, times),
    sell_price: sold.average,
    open_quantity: bought.quantity - sold.quantity,
    open_lots: open,
    realised: {
      fifo: price.multiply(gain, times),
      average: price.subtract(matchedValue(sold), matchedValue(bought)),
    },
  };
}

interface Side {
  readonly quantity: number;
  /** Price times quantity, before the multiplier. */
  readonly worth: number;
  readonly average: number;
}

function side(fills: readonly OpenLot[]): Side {
  const quantity = fills.reduce((sum, fill) => sum + Math.abs(fill.quantity), 0);
  const worth = price.sum(fills.map((fill) => price.multiply(fill.price, Math.abs(fill.quantity))));
  return { quantity, worth, average: quantity === 0 ? 0 : price.share(worth, 1, quantity, 4) };
}
