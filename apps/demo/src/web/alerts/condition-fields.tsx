import { type ReactNode, useId } from "react";
import { readNumber } from "../form/number-text.ts";
import { Choice } from "../gtt/choice.tsx";
import { useLivePrice, useWatch } from "../live/use-live.ts";
import { keyOf } from "../market/instrument-row.ts";
import type { QuoteRows } from "../market/quote-rows.ts";
import { Field } from "../positions/field.tsx";
import type { AlertForm } from "./alert-form-state.ts";
import { alertExchange, isForAlerts } from "./alert-instruments.ts";
import { distanceText, holds, levelText } from "./alert-words.ts";
import { InstrumentField } from "./instrument-field.tsx";

/** What a part of the form works on. */
export interface FormPartProps {
  readonly form: AlertForm;
  /** Of what is watched. */
  readonly quote: QuoteRows;
  /** What is wrong with a field, by the name that the SDK gives it. */
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<AlertForm>) => void;
  /** Hears that a field was left. */
  readonly onVisit: (field: string) => void;
}

const operators = [
  { value: ">=", name: "is at or above" },
  { value: "<=", name: "is at or below" },
  { value: ">", name: "is above" },
  { value: "<", name: "is below" },
  { value: "==", name: "is exactly" },
] as const;

/** What is compared with what, and how far that is. */
export function ConditionFields({ form, quote, errorOf, onChange, onVisit }: FormPartProps): ReactNode {
  const id = useId();
  const { instrument, last_price } = quote;
  const { tick_size } = instrument;
  const exchange = alertExchange(instrument);
  useWatch(form.rhs_type === "instrument" ? form.rhs?.instrument_token : undefined, "ltp");
  const other = useLivePrice(form.rhs?.instrument_token)?.tick.last_price;
  const right = form.rhs_type === "constant" ? readNumber(form.rhs_constant) : other;
  return (
    <>
      <Field name="When the last price" id={`${id}-operator`} error={errorOf("operator")}>
        {(attributes) => (
          <select
            {...attributes}
            name="operator"
            value={form.operator}
            onChange={({ target }) => onChange({ operator: target.value as AlertForm["operator"] })}
          >
            {operators.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Choice
        legend="Compared with"
        chosen={form.rhs_type}
        choices={[
          { value: "constant", name: exchange === "INDICES" ? "A level" : "A price" },
          { value: "instrument", name: "Another’s price" },
        ]}
        onChange={(rhs_type) => onChange({ rhs_type })}
      />
      {form.rhs_type === "constant" ? (
        <Field
          name={exchange === "INDICES" ? "Level" : "Price"}
          id={`${id}-constant`}
          hint={`now ${levelText(last_price, exchange, tick_size)}`}
          error={errorOf("rhs_constant")}
        >
          {(attributes) => (
            <input
              {...attributes}
              name="rhs_constant"
              inputMode="decimal"
              autoComplete="off"
              value={form.rhs_constant}
              onChange={(event) => onChange({ rhs_constant: event.target.value })}
              onBlur={() => form.rhs_constant !== "" && onVisit("rhs_constant")}
            />
          )}
        </Field>
      ) : (
        <InstrumentField
          label="Instrument to compare with"
          name="rhs_tradingsymbol"
          chosen={form.rhs}
          error={errorOf("rhs_tradingsymbol")}
          accepts={(one) => isForAlerts(one) && keyOf(one) !== instrument.key}
          onChoose={(rhs) => onChange({ rhs })}
        />
      )}
      <p className="leg-words" aria-live="polite">
        {right !== undefined && right > 0 && (
          <span className={holds(last_price, form.operator, right) ? "leg-advice" : undefined}>
            {holds(last_price, form.operator, right)
              ? "That holds already: the alert fires at once."
              : `${distanceText(last_price, form.operator, right, (gap) => levelText(gap, exchange, tick_size))}.`}
          </span>
        )}
      </p>
    </>
  );
}
