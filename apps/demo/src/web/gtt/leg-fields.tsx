import { type ReactNode, useId } from "react";
import { readNumber, readWhole } from "../form/number-text.ts";
import { formatPrice } from "../market/price-text.ts";
import type { QuoteRows } from "../market/quote-rows.ts";
import { Field } from "../positions/field.tsx";
import { unitOf } from "../positions/units.ts";
import { fieldName, type LegForm, type LegName } from "./trigger-form-state.ts";
import { distanceText, legSentence, limitAdvice, roleOf, wayTo } from "./trigger-words.ts";

interface LegFieldsProps {
  readonly leg: LegName;
  readonly values: LegForm;
  readonly transaction_type: "BUY" | "SELL";
  /** Undefined while it is on its way. */
  readonly quote: QuoteRows | undefined;
  /** What is wrong with a field, by the name that the SDK gives it. */
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (values: LegForm) => void;
  /** Hears that a field was left. */
  readonly onVisit: (field: string) => void;
}

/** A price to wait for and the order to place then, with the meaning of both in words. */
export function LegFields(props: LegFieldsProps): ReactNode {
  const { leg, values, transaction_type, quote, errorOf, onChange, onVisit } = props;
  const id = useId();
  const title = leg === "single" ? undefined : titleOf(leg, transaction_type);
  const { exchange = "NSE", lot_size = 1, tick_size = 0.05 } = quote?.instrument ?? {};
  const input = (field: keyof LegForm, name: string, hint: string) => (
    <Field name={name} id={`${id}-${field}`} hint={hint} error={errorOf(fieldName(leg, field))}>
      {(attributes) => (
        <input
          {...attributes}
          name={fieldName(leg, field)}
          inputMode={field === "quantity" ? "numeric" : "decimal"}
          autoComplete="off"
          value={values[field]}
          onChange={(event) => onChange({ ...values, [field]: event.target.value })}
          onBlur={() => values[field] !== "" && onVisit(fieldName(leg, field))}
        />
      )}
    </Field>
  );
  return (
    <fieldset className="leg">
      <legend className={title ? undefined : "visually-hidden"}>{title ?? "Trigger and order"}</legend>
      {input("trigger_value", "Trigger price", quote ? `now ${formatPrice(quote.last_price, tick_size)}` : "")}
      <div className="leg-pair">
        {input("price", "Limit price", `tick ${formatPrice(tick_size, tick_size)}`)}
        {input("quantity", "Quantity", lot_size > 1 ? `lots of ${lot_size}` : unitOf(exchange, 2))}
      </div>
      <p className="leg-words" aria-live="polite">
        {quote && <Words {...props} last_price={quote.last_price} exchange={exchange} />}
      </p>
    </fieldset>
  );
}

interface WordsProps extends LegFieldsProps {
  readonly last_price: number;
  readonly exchange: string;
}

/** What is typed, as far as it makes sense yet. */
function Words({ leg, values, transaction_type, errorOf, last_price, exchange }: WordsProps): ReactNode {
  const trigger_value = readNumber(values.trigger_value);
  if (!trigger_value || errorOf(fieldName(leg, "trigger_value"))) {
    return leg === "single"
      ? "A trigger below the last price waits for a fall, one above it for a rise."
      : `Waits for ${leg === "lower" ? "a fall" : "a rise"}.`;
  }
  const way = wayTo(trigger_value, last_price);
  const price = readNumber(values.price);
  const quantity = readWhole(values.quantity);
  const advice = price && limitAdvice(transaction_type, trigger_value, price);
  return (
    <>
      <span>
        {distanceText(trigger_value, last_price)}: waits for a {way}.
      </span>
      {price && quantity ? (
        <span>{legSentence({ transaction_type, quantity, price, trigger_value }, exchange, way)}.</span>
      ) : null}
      {advice && <span className="leg-advice">{advice}</span>}
    </>
  );
}

function titleOf(leg: "lower" | "upper", transaction_type: "BUY" | "SELL"): string {
  const role = roleOf(transaction_type, leg === "lower" ? 0 : 1);
  return `${role}, ${leg === "lower" ? "below" : "above"} the price`;
}
