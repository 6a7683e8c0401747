import { type Fields, invalidInput, requireOneOf, requireQuantity } from "@kite/core";
import { orderTypes, validities } from "@kite/models";
import type { ModifyOrderParams } from "./modify-order-params.ts";
import { parentOf } from "./order-route.ts";
import { ifGiven, refuse, refuseUnknown, requirePrice, requireProtection } from "./require.ts";

/** Writes a change as the form that Kite takes. Throws `InvalidInput` with the name of the first field that cannot be right. */
export function modificationForm(params: ModifyOrderParams): Fields {
  const { quantity, price, trigger_price, disclosed_quantity, validity_ttl, market_protection } = params;
  const order_type = ifGiven(params.order_type, (value) => requireOneOf("order_type", value, orderTypes));
  const validity = ifGiven(params.validity, (value) => requireOneOf("validity", value, validities));
  const toMarket = order_type === "MARKET" || order_type === "SL-M";
  const changes: Fields = {
    order_type,
    quantity: ifGiven(quantity, (value) => requireQuantity("quantity", value)),
    price: ifGiven(price, (value) => requirePrice("price", value)),
    trigger_price: ifGiven(trigger_price, (value) => requirePrice("trigger_price", value)),
    disclosed_quantity: ifGiven(disclosed_quantity, (value) => requireQuantity("disclosed_quantity", value)),
    validity,
    validity_ttl:
      validity === "TTL"
        ? requireQuantity("validity_ttl", validity_ttl)
        : refuse("validity_ttl", validity_ttl, "has a meaning with validity TTL only"),
    market_protection:
      toMarket || market_protection !== undefined
        ? requireProtection("market_protection", market_protection)
        : undefined,
  };
  refuseUnknown(params, { ...changes, variety: 1, order_id: 1, parent_order_id: 1 });
  const changed = Object.keys(changes).filter((field) => changes[field] !== undefined);
  if (changed.length === 0)
    throw invalidInput("params", "nothing to change: give a price, a quantity or another field");
  const foreign = changed.find((field) => field !== "price" && field !== "trigger_price");
  if (params.variety === "co" && foreign) {
    throw invalidInput(foreign, "cannot be changed on a cover order; price and trigger_price can");
  }
  return { ...changes, parent_order_id: parentOf(params) };
}
