import { readFields } from "../fields.ts";
import { type JsonFields, parseField, readJsonFields } from "../json-fields.ts";
import { EXCHANGES, type Instrument, isEquity, isIndex, isOnTick } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";
import { invalid, refuse } from "../refusal.ts";
import { checkFreeze, checkLots } from "../trading/order-rules.ts";
import { SIDES } from "../trading/vocabulary.ts";
import type { Trigger, TriggerOrder, TriggerType } from "./trigger.ts";

/** What a client defines; a modification replaces all of it. */
export type TriggerDefinition = Pick<Trigger, "type" | "instrument" | "trigger_values" | "last_price" | "orders">;

const COUNTS: Readonly<Record<TriggerType, number>> = { single: 1, "two-leg": 2 };
const PRODUCTS = ["CNC", "NRML", "MTF"] as const;

/** @throws {Refusal} 400 for a field that is missing, or a value that no trigger has. */
export function readTrigger(form: URLSearchParams, market: Market): TriggerDefinition {
  const type = readFields(form).choice("type", ["single", "two-leg"]);
  const condition = readJsonFields(parseField(form, "condition"), "condition");
  const instrument = market.find(condition.choice("exchange", EXCHANGES), condition.text("tradingsymbol"));
  if (!instrument || isIndex(instrument)) throw invalid("tradingsymbol");
  const trigger_values = readValues(condition, instrument, COUNTS[type]);
  const orders = parseField(form, "orders");
  if (!Array.isArray(orders) || orders.length !== COUNTS[type]) throw invalid("orders");
  const definition = {
    type,
    instrument,
    trigger_values,
    last_price: readPrice(condition, "last_price"),
    orders: orders.map((order) => readOrder(readJsonFields(order, "orders"), instrument)),
  };
  checkSides(definition);
  return definition;
}

function readValues(condition: JsonFields, instrument: Instrument, count: number): readonly number[] {
  const values = condition.numbers("trigger_values");
  if (values.length !== count || values.some((value) => value <= 0)) throw invalid("trigger_values");
  if (values.some((value) => !isOnTick(instrument, value))) {
    throw refuse("Trigger price is not a multiple of tick size");
  }
  return values;
}

function readOrder(fields: JsonFields, instrument: Instrument): TriggerOrder {
  if (fields.text("exchange") !== instrument.exchange) throw invalid("exchange");
  if (fields.text("tradingsymbol") !== instrument.tradingsymbol) throw invalid("tradingsymbol");
  const order: TriggerOrder = {
    transaction_type: fields.choice("transaction_type", SIDES),
    quantity: fields.count("quantity"),
    order_type: fields.choice("order_type", ["LIMIT"]),
    product: fields.choice("product", PRODUCTS),
    price: readPrice(fields, "price"),
    result: null,
  };
  if (isEquity(instrument.exchange) === (order.product === "NRML")) throw invalid("product");
  checkLots(order.quantity, instrument);
  checkFreeze(order.quantity, instrument);
  if (!isOnTick(instrument, order.price)) throw refuse("Order price is not a multiple of tick size");
  return order;
}

/** Both legs close the same position; one that was sold can only be a contract. */
function checkSides({ type, instrument, orders }: TriggerDefinition): void {
  if (type === "single") return;
  const sides = new Set(orders.map(({ transaction_type }) => transaction_type));
  if (sides.size > 1 || (sides.has("BUY") && isEquity(instrument.exchange))) throw invalid("transaction_type");
}

function readPrice(fields: JsonFields, key: string): number {
  const price = fields.number(key);
  if (price <= 0) throw invalid(key);
  return price;
}
