import { type Fields, invalidInput, requireOneOf, requireQuantity, requireText } from "@kite/core";
import { gttTypes, transactionTypes } from "@kite/models";
import { checkSides } from "./check-sides.ts";
import type { GTTOrderParams, GTTProduct, PlaceGTTParams } from "./gtt-params.ts";
import { requirePrice } from "./require-price.ts";

/** Products that a trigger can order in. */
export const gttProducts: readonly GTTProduct[] = ["CNC", "NRML", "MTF"];

const legs = { single: 1, "two-leg": 2 } as const;

/** Checks a whole GTT and writes it the way Kite takes it: JSON text inside the fields of a form. */
export function gttForm(params: PlaceGTTParams): Fields {
  const type = requireOneOf("type", params.type, gttTypes);
  const count = legs[type];
  const { exchange, tradingsymbol, trigger_values, last_price } = params.condition ?? {};
  const condition = {
    exchange: requireText("condition.exchange", exchange),
    tradingsymbol: requireText("condition.tradingsymbol", tradingsymbol),
    trigger_values: listed("condition.trigger_values", trigger_values, count, type).map((value, index) =>
      requirePrice(`condition.trigger_values[${index}]`, value),
    ),
    last_price: requirePrice("condition.last_price", last_price),
  };
  checkSides(
    ["condition.trigger_values[0]", "condition.trigger_values[1]"],
    condition.trigger_values,
    condition.last_price,
  );
  const orders = listed("orders", params.orders, count, type).map((order, index) =>
    writeOrder(`orders[${index}]`, order, condition),
  );
  return { type, condition: JSON.stringify(condition), orders: JSON.stringify(orders) };
}

function listed<T>(field: string, list: readonly T[] | undefined, count: number, type: string): readonly T[] {
  if (Array.isArray(list) && list.length === count) return list;
  throw invalidInput(field, `must be a list of ${count} for type ${JSON.stringify(type)}`);
}

function writeOrder(
  place: string,
  order: GTTOrderParams,
  condition: { readonly exchange: string; readonly tradingsymbol: string },
): Required<GTTOrderParams> {
  const { exchange = condition.exchange, tradingsymbol = condition.tradingsymbol, order_type = "LIMIT" } = order ?? {};
  return {
    exchange: requireText(`${place}.exchange`, exchange),
    tradingsymbol: requireText(`${place}.tradingsymbol`, tradingsymbol),
    transaction_type: requireOneOf(`${place}.transaction_type`, order?.transaction_type, transactionTypes),
    quantity: requireQuantity(`${place}.quantity`, order.quantity),
    order_type: requireOneOf(`${place}.order_type`, order_type, ["LIMIT"]),
    product: requireOneOf(`${place}.product`, order.product, gttProducts),
    price: requirePrice(`${place}.price`, order.price),
  };
}
