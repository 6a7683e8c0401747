import { type Position, price } from "@kite/models";
import { isAmount, partRows } from "./rows.ts";
import { lacksClose, type ValuedPosition, valuePosition } from "./value-position.ts";

/** A list of positions with its gains, in rupees and without charges. */
export interface PositionsReport {
  /** In the order they were given. */
  readonly positions: readonly ValuedPosition[];
  readonly pnl: number;
  readonly realised: number;
  readonly unrealised: number;
  /** Gain since the previous close. */
  readonly m2m: number;
  /** Counted, but with an `m2m` of 0: carried over, and there is no previous close to compare with. */
  readonly withoutClose: readonly Position[];
  /** In no figure: a quantity, price or value is not a number. The row is as the server sent it. */
  readonly leftOut: readonly Position[];
}

/**
 * Computes the gains of positions, in all and for each. Give it `net` or `day`, never both together: they describe the
 * same trades.
 *
 * The server reports `realised` as 0 and all of the gain as `unrealised`. Here what was both bought and sold is realised, at
 * the difference of the two average prices:
 *
 * - `realised` = min(`buy_quantity`, `sell_quantity`) × (`sell_price` - `buy_price`) × `multiplier`
 * - `unrealised` = `pnl` - `realised`
 *
 * That is a convention of ours, neither Kite's nor the tax office's.
 *
 * Exact decimal arithmetic, not rounded. Sends nothing: put live prices into the rows to follow the market.
 * Throws `InvalidInput` for anything but a list.
 *
 * @example
 * const { net } = await getPositions(kite);
 * const { realised, unrealised } = summarizePositions(net);
 */
export function summarizePositions(positions: readonly Position[]): PositionsReport {
  const { counted, leftOut } = partRows("positions", positions, isCountable);
  const rows = counted.map(valuePosition);
  const sum = (figure: "pnl" | "realised" | "unrealised" | "m2m") => price.sum(rows.map((row) => row[figure]));
  return {
    positions: rows,
    pnl: sum("pnl"),
    realised: sum("realised"),
    unrealised: sum("unrealised"),
    m2m: sum("m2m"),
    withoutClose: counted.filter(lacksClose),
    leftOut,
  };
}

/** The row is typed, but one that does not match its schema may be anything, even null. */
function isCountable(position: Position | null): boolean {
  if (!position) return false;
  const { quantity, overnight_quantity, multiplier, last_price } = position;
  const { buy_quantity, buy_price, buy_value, buy_m2m, sell_quantity, sell_price, sell_value, sell_m2m } = position;
  const bought = [buy_quantity, buy_price, buy_value, buy_m2m];
  const sold = [sell_quantity, sell_price, sell_value, sell_m2m];
  return [quantity, overnight_quantity, multiplier, last_price, ...bought, ...sold].every(isAmount);
}
