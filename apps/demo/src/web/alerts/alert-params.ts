import type { Alert, AlertBasket, CreateAlertParams } from "@kite/alerts";

/** The whole definition of an alert that is there, to be sent again: a change replaces all of it. */
export function definitionOf(alert: Alert): CreateAlertParams {
  const { name, lhs_exchange, lhs_tradingsymbol, lhs_attribute, operator, basket } = alert;
  const { rhs_type, rhs_constant, rhs_exchange, rhs_tradingsymbol, rhs_attribute } = alert;
  const definition = {
    ...{ name, lhs_exchange, lhs_tradingsymbol, lhs_attribute, operator },
    ...(rhs_type === "instrument"
      ? { rhs_type, rhs_exchange, rhs_tradingsymbol, rhs_attribute }
      : { rhs_type, rhs_constant }),
    ...(alert.type === "ato" ? { type: alert.type, basket } : { type: alert.type }),
  };
  // values that Kite adds later go back as they came; the SDK refuses those that it does not know
  return definition as CreateAlertParams;
}

/**
 * Gives the basket of an alert that the form cannot show whole, such as one of two orders: it goes back as it came. Undefined where
 * the form says all there is.
 */
export function basketToKeep({ basket }: Pick<Alert, "basket">): AlertBasket | undefined {
  const [item, ...others] = basket?.items ?? [];
  if (!item) return undefined;
  const { order_type, market_protection, variety, validity, tags, gtt, ...rest } = item.params;
  const isKnown = order_type === "LIMIT" || (order_type === "MARKET" && market_protection === -1);
  const amounts = [rest.disclosed_quantity, rest.squareoff, rest.stoploss, rest.trailing_stoploss, rest.iceberg_legs];
  const isPlain = variety === "regular" && validity === "DAY" && !gtt && tags.length === 0 && !amounts.some(Boolean);
  return others.length === 0 && isKnown && isPlain ? undefined : basket;
}
