import type { Alert, CreateAlertParams } from "@kite/alerts";

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
