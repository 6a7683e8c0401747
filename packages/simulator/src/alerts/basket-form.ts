import { parseField, readJsonFields } from "../json-fields.ts";
import { EXCHANGES } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";
import { invalid } from "../refusal.ts";
import { type OrderRequest, readOrderRequest } from "../trading/order-request.ts";
import { VARIETIES } from "../trading/vocabulary.ts";
import type { BasketItem } from "./alert.ts";

/**
 * Reads the orders that an alert places when it fires: a JSON object in the field `basket`.
 *
 * @throws {Refusal} 400 for what is no basket, or an order in it that could not be placed.
 */
export function readBasket(form: URLSearchParams, market: Market): BasketItem[] {
  const value = parseField(form, "basket");
  const basket = readJsonFields(value, "basket");
  basket.text("name");
  if (basket.text("type") !== "alert") throw invalid("basket");
  const { items } = value as { items?: unknown };
  if (!Array.isArray(items) || items.length === 0) throw invalid("basket");
  return items.map((item, index) => readItem(item, index + 1, market));
}

function readItem(value: unknown, id: number, market: Market): BasketItem {
  const item = readJsonFields(value, "basket");
  if (item.text("type") !== "insert") throw invalid("basket");
  const exchange = item.choice("exchange", EXCHANGES);
  const tradingsymbol = item.text("tradingsymbol");
  const instrument = market.find(exchange, tradingsymbol);
  if (!instrument) throw invalid("tradingsymbol");
  const { params } = value as { params?: unknown };
  const variety = readJsonFields(params, "params").choice("variety", VARIETIES);
  const record = params as Readonly<Record<string, unknown>>;
  return { id, instrument, weight: item.count("weight", 0), params: record, request: requestOf() };

  function requestOf(): OrderRequest {
    const order = new URLSearchParams({ exchange, tradingsymbol });
    for (const [name, field] of Object.entries(record)) {
      if (typeof field === "string" || typeof field === "number") order.set(name, String(field));
    }
    // orders have one tag, baskets a list of them
    if (Array.isArray(record.tags) && typeof record.tags[0] === "string") order.set("tag", record.tags[0]);
    return readOrderRequest(order, variety);
  }
}
