import { type Fields, invalidInput, requireOneOf, requireText } from "@kite/core";
import { alertOperators, alertRhsTypes, alertTypes } from "@kite/models";
import type { CreateAlertParams } from "./alert-params.ts";
import { basketText } from "./basket-text.ts";
import { requireNumber } from "./require-number.ts";

/** Checks a whole alert and writes it as Kite's form, the basket as JSON text inside it. */
export function alertForm(params: CreateAlertParams): Fields {
  const { basket } = params;
  const name = requireText("name", params.name);
  const type = requireOneOf("type", params.type, alertTypes);
  if (type === "simple" && basket !== undefined) {
    throw invalidInput("basket", 'is for type "ato"; a simple alert places no orders');
  }
  return {
    name,
    type,
    lhs_exchange: requireText("lhs_exchange", params.lhs_exchange),
    lhs_tradingsymbol: requireText("lhs_tradingsymbol", params.lhs_tradingsymbol),
    lhs_attribute: requireText("lhs_attribute", params.lhs_attribute),
    operator: requireOneOf("operator", params.operator, alertOperators),
    ...rightSide(params),
    basket: type === "ato" ? basketText(basket, name) : undefined,
  };
}

function rightSide(params: CreateAlertParams): Fields {
  const rhs_type = requireOneOf("rhs_type", params.rhs_type, alertRhsTypes);
  const foreign = rhs_type === "constant" ? instrumentFields : (["rhs_constant"] as const);
  for (const field of foreign) {
    if (params[field] !== undefined)
      throw invalidInput(field, `has no place beside rhs_type ${JSON.stringify(rhs_type)}`);
  }
  if (rhs_type === "constant") return { rhs_type, rhs_constant: requireNumber("rhs_constant", params.rhs_constant) };
  const [rhs_exchange, rhs_tradingsymbol, rhs_attribute] = instrumentFields.map((field) =>
    requireText(field, params[field]),
  );
  return { rhs_type, rhs_exchange, rhs_tradingsymbol, rhs_attribute };
}

const instrumentFields = ["rhs_exchange", "rhs_tradingsymbol", "rhs_attribute"] as const;
