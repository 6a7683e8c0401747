import type { Instrument } from "../market/instrument.ts";
import type { Price } from "../market/quote.ts";

/** `CO` is what the book calls the product of a cover order. */
export type Product = "CNC" | "NRML" | "MIS" | "MTF" | "CO";
export type Side = "BUY" | "SELL";

/** Some quantity and what it was traded for, in rupees with the multiplier in. */
export interface Part {
  readonly quantity: number;
  readonly value: number;
  /**
   * Of what was carried over a night: the part of its value that the money of the account has still to feel. A future is
   * settled at its price of the evening, and the premium of an option is paid. Missing on everything else, which is its value.
   */
  readonly unsettled?: number;
}

/** The part of a value that the money of the account has still to feel; rupees. */
export const unsettledOf = ({ unsettled, value }: Part): number => unsettled ?? value;

export const NOTHING: Part = { quantity: 0, value: 0 };

/** What one account did in one instrument under one product. */
export interface Position {
  readonly instrument: Instrument;
  readonly product: Product;
  /** Bought, or sold short, on an earlier day. */
  carriedLong: Part;
  carriedShort: Part;
  /** Traded today. */
  bought: Part;
  sold: Part;
}

/** A position in which nothing has happened yet. */
export const UNTRADED: Omit<Position, "instrument" | "product"> = {
  carriedLong: NOTHING,
  carriedShort: NOTHING,
  bought: NOTHING,
  sold: NOTHING,
};

/** Open quantity; negative when short. */
export function netQuantity({ carriedLong, carriedShort, bought, sold }: Position): number {
  return carriedLong.quantity - carriedShort.quantity + bought.quantity - sold.quantity;
}

/** Renders the `net` row of `GET /portfolio/positions`. */
export function positionRow(position: Position, { last_price, close_price }: Price): Record<string, unknown> {
  const { instrument, carriedLong, carriedShort, bought, sold } = position;
  const { multiplier } = instrument;
  const quantity = netQuantity(position);
  const buy = add(carriedLong, bought);
  const sell = add(carriedShort, sold);
  const buy_m2m = carriedLong.quantity * close_price * multiplier + bought.value;
  const sell_m2m = carriedShort.quantity * close_price * multiplier + sold.value;
  const buy_price = averagePrice(buy, multiplier);
  const sell_price = averagePrice(sell, multiplier);
  const value = sell.value - buy.value;
  const pnl = value + quantity * last_price * multiplier;
  return {
    tradingsymbol: instrument.tradingsymbol,
    exchange: instrument.exchange,
    instrument_token: instrument.instrument_token,
    product: position.product,
    quantity,
    overnight_quantity: carriedLong.quantity - carriedShort.quantity,
    multiplier,
    average_price: quantity > 0 ? buy_price : quantity < 0 ? sell_price : 0,
    close_price,
    last_price,
    value,
    pnl,
    m2m: sell_m2m - buy_m2m + quantity * last_price * multiplier,
    // Kite puts all of the profit here, even that of closed rows, and leaves `realised` at 0
    unrealised: pnl,
    realised: 0,
    buy_quantity: buy.quantity,
    buy_price,
    buy_value: buy.value,
    buy_m2m,
    sell_quantity: sell.quantity,
    sell_price,
    sell_value: sell.value,
    sell_m2m,
    day_buy_quantity: bought.quantity,
    day_buy_price: averagePrice(bought, multiplier),
    day_buy_value: bought.value,
    day_sell_quantity: sold.quantity,
    day_sell_price: averagePrice(sold, multiplier),
    day_sell_value: sold.value,
  };
}

/** The same position as the `day` list tells it: today's trades alone. Undefined when there were none. */
export function dayPosition(position: Position): Position | undefined {
  if (position.bought.quantity === 0 && position.sold.quantity === 0) return undefined;
  return { ...position, carriedLong: NOTHING, carriedShort: NOTHING };
}

export function add(one: Part, other: Part): Part {
  const sum = { quantity: one.quantity + other.quantity, value: one.value + other.value };
  if (one.unsettled === undefined && other.unsettled === undefined) return sum;
  return { ...sum, unsettled: unsettledOf(one) + unsettledOf(other) };
}

/** Cuts a quantity out of a part at its average price. Gives the piece and the rest. */
export function split(part: Part, quantity: number): { readonly piece: Part; readonly rest: Part } {
  // the whole part goes as it is: a division would leave a fraction of a paisa behind
  if (quantity === part.quantity) return { piece: part, rest: NOTHING };
  const value = (part.value * quantity) / part.quantity;
  const rest = { quantity: part.quantity - quantity, value: part.value - value };
  if (part.unsettled === undefined) return { piece: { quantity, value }, rest };
  const unsettled = (part.unsettled * quantity) / part.quantity;
  return { piece: { quantity, value, unsettled }, rest: { ...rest, unsettled: part.unsettled - unsettled } };
}

const averagePrice = ({ quantity, value }: Part, multiplier: number): number =>
  quantity === 0 ? 0 : value / (quantity * multiplier);
