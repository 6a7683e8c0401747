import { type Fields, readFields } from "../fields.ts";
import { isIndex } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";
import { invalid } from "../refusal.ts";
import { type AlertDefinition, OPERATORS, type Operand } from "./alert.ts";
import { readBasket } from "./basket-form.ts";

const EXCHANGES = ["NSE", "BSE", "NFO", "CDS", "BCD", "MCX", "INDICES"] as const;
const ATTRIBUTES = ["LastTradedPrice"] as const;

/** @throws {Refusal} 400 for a field that is missing, or a value that no alert has. */
export function readAlert(form: URLSearchParams, market: Market): AlertDefinition {
  const fields = readFields(form);
  const type = fields.choice("type", ["simple", "ato"]);
  const definition = {
    name: fields.text("name"),
    type,
    lhs: readOperand(fields, "lhs", market),
    operator: fields.choice("operator", OPERATORS),
    rhs:
      fields.choice("rhs_type", ["constant", "instrument"]) === "constant"
        ? fields.number("rhs_constant")
        : readOperand(fields, "rhs", market),
  };
  return { ...definition, basket: type === "ato" ? readBasket(form, market) : [] };
}

function readOperand(fields: Fields, side: "lhs" | "rhs", market: Market): Operand {
  const exchange = fields.choice(`${side}_exchange`, EXCHANGES);
  const tradingsymbol = fields.text(`${side}_tradingsymbol`);
  const instrument =
    exchange === "INDICES"
      ? market.list().find((one) => isIndex(one) && one.tradingsymbol === tradingsymbol)
      : market.find(exchange, tradingsymbol);
  if (!instrument) throw invalid(`${side}_tradingsymbol`);
  return { instrument, exchange, attribute: fields.choice(`${side}_attribute`, ATTRIBUTES) };
}
