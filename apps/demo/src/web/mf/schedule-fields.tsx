import { type ReactNode, useId } from "react";
import { Choice } from "../gtt/choice.tsx";
import { Field } from "../positions/field.tsx";
import type { FundForm } from "./fund-form-state.ts";
import { ordinal } from "./fund-words.ts";

/** Days of the month that Kite's clients name. @see https://kite.trade/docs/connect/v3/mutual-funds/ */
const days = ["1", "5", "10", "15", "20", "25"];

interface ScheduleFieldsProps {
  readonly form: FundForm;
  /** A new SIP can begin with a purchase at once. */
  readonly isNew: boolean;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<FundForm>) => void;
  /** Hears that a field was left. */
  readonly onVisit: (field: string) => void;
}

/** When a SIP buys, and for how long. */
export function ScheduleFields({ form, isNew, errorOf, onChange, onVisit }: ScheduleFieldsProps): ReactNode {
  const id = useId();
  const { frequency, instalment_day } = form;
  const input = (field: "instalments" | "initial_amount", name: string, hint: string) => (
    <Field name={name} id={`${id}-${field}`} hint={hint} error={errorOf(field)}>
      {(attributes) => (
        <input
          {...attributes}
          name={field}
          inputMode={field === "instalments" ? "numeric" : "decimal"}
          autoComplete="off"
          value={form[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
          onBlur={() => form[field] !== "" && onVisit(field)}
        />
      )}
    </Field>
  );
  return (
    <>
      <Choice
        legend="How often"
        chosen={frequency}
        choices={[
          { value: "weekly", name: "Weekly" },
          { value: "monthly", name: "Monthly" },
          { value: "quarterly", name: "Quarterly" },
        ]}
        onChange={(chosen) => onChange({ frequency: chosen })}
      />
      {frequency === "monthly" && (
        <Field name="Day of the month" id={`${id}-day`} error={errorOf("instalment_day")}>
          {(attributes) => (
            <select
              {...attributes}
              name="instalment_day"
              value={instalment_day}
              onChange={(event) => onChange({ instalment_day: event.target.value })}
            >
              {(days.includes(instalment_day) ? days : [...days, instalment_day]).map((day) => (
                <option key={day} value={day}>
                  {ordinal(Number(day))}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {input("instalments", "Instalments", "empty for no end")}
      {isNew && input("initial_amount", "Rupees to begin with", "may be empty")}
    </>
  );
}
