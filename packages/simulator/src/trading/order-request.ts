import { type Fields, readFields } from "../fields.ts";
import { EXCHANGES } from "../market/instrument.ts";
import type { Side } from "../portfolio/position.ts";
import { invalid, refuse } from "../refusal.ts";
import {
  ORDER_PRODUCTS,
  ORDER_TYPES,
  type OrderProduct,
  type OrderType,
  SIDES,
  VALIDITIES,
  type Validity,
  type Variety,
} from "./vocabulary.ts";

/** A wish to trade as the form says it: every field read, nothing compared with the market yet. Prices are rupees. */
export interface OrderRequest {
  readonly variety: Variety;
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly transaction_type: Side;
  readonly order_type: OrderType;
  readonly product: OrderProduct;
  readonly quantity: number;
  /** 0 unless the type of the order has one. */
  readonly price: number;
  /** 0 unless the type or family of the order has one. */
  readonly trigger_price: number;
  readonly disclosed_quantity: number;
  readonly validity: Validity;
  /** Minutes; 0 unless the validity is TTL. */
  readonly validity_ttl: number;
  /** Percent, -1 for the automatic band, 0 where there is none. */
  readonly market_protection: number;
  readonly iceberg: { readonly legs: number; readonly quantity: number } | undefined;
  readonly auction_number: string | undefined;
  readonly autoslice: boolean;
  readonly tag: string | null;
}

const LONGEST_TAG = 20;

/** @throws {Refusal} 400 for a field that is missing or holds a value no order has. */
export function readOrderRequest(form: URLSearchParams, variety: Variety): OrderRequest {
  const fields = readFields(form);
  const order_type = fields.choice("order_type", ORDER_TYPES);
  const validity = fields.has("validity") ? fields.choice("validity", VALIDITIES) : "DAY";
  return {
    variety,
    exchange: fields.choice("exchange", EXCHANGES),
    tradingsymbol: fields.text("tradingsymbol"),
    transaction_type: fields.choice("transaction_type", SIDES),
    order_type,
    product: fields.choice("product", ORDER_PRODUCTS),
    quantity: fields.count("quantity"),
    price: hasPrice(order_type) ? fields.price("price") : 0,
    trigger_price: hasTrigger(order_type) || variety === "co" ? fields.price("trigger_price") : 0,
    disclosed_quantity: readDisclosed(fields),
    validity,
    validity_ttl: validity === "TTL" ? fields.count("validity_ttl") : 0,
    market_protection: needsProtection(order_type) ? readProtection(fields) : 0,
    iceberg:
      variety === "iceberg"
        ? { legs: fields.count("iceberg_legs"), quantity: fields.count("iceberg_quantity") }
        : undefined,
    auction_number: variety === "auction" ? fields.text("auction_number") : undefined,
    autoslice: fields.flag("autoslice"),
    tag: readTag(fields),
  };
}

export const hasPrice = (type: OrderType): boolean => type === "LIMIT" || type === "SL";
export const hasTrigger = (type: OrderType): boolean => type === "SL" || type === "SL-M";
export const needsProtection = (type: OrderType): boolean => type === "MARKET" || type === "SL-M";

/**
 * Percent by which a market order may miss the price; -1 leaves it to the broker.
 *
 * @throws {Refusal} 400 when there is none, or one outside of (0, 100].
 */
export function readProtection(fields: Fields): number {
  if (!fields.has("market_protection")) throw unprotected();
  const percent = fields.number("market_protection");
  if (percent === 0) throw unprotected();
  if (percent !== -1 && !(percent > 0 && percent <= 100)) throw invalid("market_protection");
  return percent;
}

/** How much of an order the others may see; 0 shows all of it. */
export const readDisclosed = (fields: Fields): number =>
  fields.has("disclosed_quantity") ? fields.count("disclosed_quantity", 0) : 0;

function readTag(fields: Fields): string | null {
  if (!fields.has("tag")) return null;
  const tag = fields.text("tag");
  if (tag.length > LONGEST_TAG) throw invalid("tag");
  return tag;
}

const unprotected = () =>
  refuse(
    "Market orders without market protection are not allowed via API. Send a `market_protection` above 0, or -1 for the automatic one.",
  );
