import { isEquity } from "../market/instrument.ts";
import { invalid, Refusal, refuse } from "../refusal.ts";
import { type Account, holdingOf } from "./account.ts";
import { noteSales } from "./booking.ts";
import { freeQuantity } from "./holding.ts";
import { add, netQuantity, type Position, type Product, type Side, split, UNTRADED } from "./position.ts";

/** A wish to move part of an open position to another product. */
export interface Conversion {
  readonly exchange: string;
  readonly tradingsymbol: string;
  /** Side of the position, not of a trade. */
  readonly transaction_type: Side;
  readonly position_type: "day" | "overnight";
  readonly quantity: number;
  readonly old_product: Product;
  readonly new_product: Product;
}

/**
 * Moves quantity and its value between two rows of the same instrument. What the account holds, is worth and has
 * earned stays the same. Holdings follow: shares sold under CNC come out of the demat account, under MIS they do not.
 *
 * @param isTooLate - Whether a position could no longer be opened for the day.
 * @throws {Refusal} 400, before anything has changed.
 */
export function convert(
  account: Account,
  wish: Conversion,
  isTooLate: (position: Position) => boolean = () => false,
): void {
  const source = findSource(account, wish);
  if (wish.new_product === "MIS" && isTooLate(source)) {
    throw refuse("Positions cannot be converted to MIS after intraday positions have begun to be squared off.");
  }
  checkProducts(source, wish);
  checkQuantity(source, wish);
  const target = findPosition(account, wish, wish.new_product) ?? {
    instrument: source.instrument,
    product: wish.new_product,
    ...UNTRADED,
  };
  if (wish.new_product === "CNC" && wish.transaction_type === "SELL") checkHoldings(account, target, wish.quantity);

  move(source, target, wish);
  if (!account.positions.includes(target)) account.positions.push(target);
  if (isBlank(source)) account.positions.splice(account.positions.indexOf(source), 1);
  const holding = holdingOf(account, source.instrument.isin);
  if (holding) noteSales(account, holding);
}

/** Open quantity of a position on the given side, by when it was opened. Trades of today close the older part first. */
export function openQuantity(position: Position, side: Side): { readonly day: number; readonly overnight: number } {
  const net = side === "BUY" ? netQuantity(position) : -netQuantity(position);
  if (net <= 0) return { day: 0, overnight: 0 };
  const [carried, closing] =
    side === "BUY" ? [position.carriedLong, position.sold] : [position.carriedShort, position.bought];
  const overnight = Math.min(net, Math.max(0, carried.quantity - closing.quantity));
  return { day: net - overnight, overnight };
}

function findSource(account: Account, wish: Conversion): Position {
  const source = findPosition(account, wish, wish.old_product);
  if (source) return source;
  const known = account.positions.some(({ instrument }) => isInstrument(instrument, wish));
  throw invalid(known ? "old_product" : "tradingsymbol");
}

function findPosition({ positions }: Account, wish: Conversion, product: Product): Position | undefined {
  return positions.find((position) => position.product === product && isInstrument(position.instrument, wish));
}

const isInstrument = (one: Listing, other: Listing): boolean =>
  one.exchange === other.exchange && one.tradingsymbol === other.tradingsymbol;
type Listing = { readonly exchange: string; readonly tradingsymbol: string };

/** Delivery is for shares, NRML for contracts, and nobody lends shares to sell them short overnight. */
function checkProducts({ instrument }: Position, { old_product, new_product, transaction_type }: Conversion): void {
  if (new_product === old_product) throw invalid("new_product");
  const delivery = new_product === "CNC" || new_product === "MTF";
  if (isEquity(instrument.exchange) ? new_product === "NRML" : delivery) throw invalid("product");
  if (new_product === "MTF" && transaction_type === "SELL") throw invalid("product");
}

function checkQuantity(source: Position, { transaction_type, position_type, quantity }: Conversion): void {
  const open = openQuantity(source, transaction_type);
  if (open.day + open.overnight === 0) throw invalid("transaction_type");
  if (open[position_type] === 0) throw invalid("position_type");
  if (quantity > open[position_type] || quantity % source.instrument.lot_size !== 0) throw invalid("quantity");
}

function checkHoldings(account: Account, target: Position, quantity: number): void {
  const holding = holdingOf(account, target.instrument.isin);
  const boughtToday = Math.max(0, netQuantity(target));
  if (quantity - boughtToday > (holding ? freeQuantity(holding) : 0)) {
    throw new Refusal(400, "HoldingException", "Insufficient holdings for this conversion.");
  }
}

const PARTS = {
  BUY: { day: "bought", overnight: "carriedLong" },
  SELL: { day: "sold", overnight: "carriedShort" },
} as const;

function move(source: Position, target: Position, { transaction_type, position_type, quantity }: Conversion): void {
  const part = PARTS[transaction_type][position_type];
  const { piece, rest } = split(source[part], quantity);
  source[part] = rest;
  target[part] = add(target[part], piece);
}

const isBlank = ({ carriedLong, carriedShort, bought, sold }: Position): boolean =>
  [carriedLong, carriedShort, bought, sold].every(({ quantity }) => quantity === 0);
