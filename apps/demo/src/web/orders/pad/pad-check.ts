import { checkOrder, type OrderFinding } from "@kite/orders";
import { asSentence, refusedField } from "../../form/refusal.ts";
import type { InstrumentRow } from "../../market/instrument-row.ts";
import type { QuoteRows } from "../../market/quote-rows.ts";
import { emptyForm, orderOf, type PadField, type PadForm, unreadable } from "./pad-form.ts";

/** Something that is wrong with a field, or may be. */
export interface Remark {
  readonly field: PadField | "instrument";
  readonly severity: "error" | "warning";
  readonly message: string;
  /** Text for the field that would put it right. */
  readonly suggestion?: string;
}

/**
 * Checks a form against its instrument, at every pause in the typing: the SDK's `checkOrder` runs in the page and sends nothing.
 *
 * @param now - The moment to check the hours for; undefined where the exchange is always open.
 */
export function checkForm(
  form: PadForm,
  instrument: InstrumentRow | undefined,
  quote: Pick<QuoteRows, "last_price" | "lower_circuit_limit" | "upper_circuit_limit"> | undefined,
  now: Date | undefined,
): Remark[] {
  if (!instrument) {
    return [{ field: "instrument", severity: "error", message: "Choose what to trade." }];
  }
  const wrong = Object.entries(unreadable(form)).map(
    ([field, message]): Remark => ({ field: field as PadField, severity: "error", message }),
  );
  if (wrong.length > 0) return wrong;
  const limits = {
    last_price: quote?.last_price,
    lower_circuit_limit: quote?.lower_circuit_limit ?? 0,
    upper_circuit_limit: quote?.upper_circuit_limit ?? 0,
  };
  const found = checkOrder(orderOf(form, instrument), instrument, limits, { now }).map((finding) =>
    remarkOf(finding, form),
  );
  return form.tag && !ownTag.test(form.tag) ? [...found.filter(({ field }) => field !== "tag"), tagRemark] : found;
}

/** A tag of one's own has to leave room for what makes it unique. */
const ownTag = /^[A-Za-z0-9]{1,12}$/;

const tagRemark: Remark = {
  field: "tag",
  severity: "error",
  message: "Must be 1 to 12 letters and digits: the rest of 20 makes it unique.",
};

/** Fields of an order that stand under another name in the form. */
const names: Readonly<Record<string, Remark["field"]>> = {
  exchange: "instrument",
  tradingsymbol: "instrument",
  iceberg_quantity: "iceberg_legs",
};

/** What a refusal by the server says about a field of the form; undefined when it is about none. */
export function remarkOfRefusal(error: Error): Remark | undefined {
  const refused = refusedField(error);
  if (!refused) return undefined;
  const field = names[refused.field] ?? refused.field;
  if (field !== "instrument" && !(field in emptyForm)) return undefined;
  return { field: field as Remark["field"], severity: "error", message: refused.message };
}

function remarkOf({ field, rule, severity, message, suggestion }: OrderFinding, form: PadForm): Remark {
  const name = names[field] ?? (field as PadField);
  // the usual hours do not know about holidays and special sessions: they may warn, not forbid
  const isCertain = severity === "error" && rule !== "hours";
  // a quantity per leg is not what the form asks for
  const fits = field !== "iceberg_quantity" && name !== "instrument" && String(suggestion) !== form[name];
  return {
    field: name,
    severity: isCertain ? "error" : "warning",
    message: asSentence(message),
    ...(suggestion !== undefined && fits && { suggestion: String(suggestion) }),
  };
}
