import { readJsonFields } from "../json-fields.ts";
import { EXCHANGES, type Instrument } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";
import type { Product, Side } from "../portfolio/position.ts";
import { invalid } from "../refusal.ts";
import { ORDER_PRODUCTS, ORDER_TYPES, type OrderType, SIDES, VARIETIES, type Variety } from "../trading/vocabulary.ts";

/** An order that is only calculated with; price in rupees. */
export interface CalculatedOrder {
  readonly instrument: Instrument;
  readonly side: Side;
  readonly variety: Variety;
  readonly product: Product;
  readonly order_type: OrderType;
  readonly quantity: number;
  readonly price: number;
}

/**
 * Reads an order of the margin calculators. Without a price it is taken at the last one.
 *
 * @throws {Refusal} 400 for a key that is missing or holds a value no order has.
 */
export function readMarginOrder(value: unknown, market: Market): CalculatedOrder {
  const order = readOrder(value, market);
  const fields = readJsonFields(value, "orders");
  fields.number("trigger_price", 0);
  return { ...order, price: fields.number("price", 0) || market.priceOf(order.instrument).last_price };
}

/**
 * Reads a trade of the virtual contract note. Its `order_id` only has to be there.
 *
 * @throws {Refusal} 400 for a key that is missing or holds a value no trade has.
 */
export function readChargeOrder(value: unknown, market: Market): CalculatedOrder {
  const fields = readJsonFields(value, "orders");
  fields.text("order_id");
  const price = fields.number("average_price", 0);
  if (price === 0) throw invalid("average_price");
  return { ...readOrder(value, market), price };
}

function readOrder(value: unknown, market: Market): Omit<CalculatedOrder, "price"> {
  const fields = readJsonFields(value, "orders");
  const instrument = market.find(fields.choice("exchange", EXCHANGES), fields.text("tradingsymbol"));
  if (!instrument) throw invalid("tradingsymbol");
  return {
    instrument,
    side: fields.choice("transaction_type", SIDES),
    variety: fields.choice("variety", VARIETIES),
    product: fields.choice("product", ORDER_PRODUCTS),
    order_type: fields.choice("order_type", ORDER_TYPES),
    quantity: fields.count("quantity"),
  };
}
