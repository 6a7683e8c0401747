import type { ReactNode } from "react";
import { PadField } from "./pad-field.tsx";
import type { PadField as FieldName } from "./pad-form.ts";
import type { Pad } from "./use-pad.ts";

interface PadSelectProps {
  readonly pad: Pad;
  readonly field: FieldName;
  readonly name: string;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
}

/** One of several, in a list. */
export function PadSelect({ pad, field, name, choices }: PadSelectProps): ReactNode {
  const change = (value: string) => pad.change({ [field]: value });
  const nameOf = (value: string) => choices.find((choice) => choice.value === value)?.name ?? value;
  return (
    <PadField id={`order-${field}`} name={name} remark={pad.remarkOn(field)} nameOf={nameOf} onSuggestion={change}>
      {(attributes) => (
        <select {...attributes} value={pad.form[field]} onChange={(event) => change(event.target.value)}>
          {choices.map(({ value, name: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </PadField>
  );
}
