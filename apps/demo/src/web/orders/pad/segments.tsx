import { type ReactNode, useId } from "react";
import type { Remark } from "./pad-check.ts";

interface SegmentsProps<Value extends string> {
  readonly legend: string;
  readonly name: string;
  readonly chosen: Value;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  readonly onChange: (value: Value) => void;
  readonly remark?: Remark | undefined;
}

/** One of a few, side by side. */
export function Segments<Value extends string>(props: SegmentsProps<Value>): ReactNode {
  const { legend, name, chosen, choices, onChange, remark } = props;
  const id = useId();
  return (
    <fieldset className={`segments ${name}`} aria-describedby={remark && id}>
      <legend className="visually-hidden">{legend}</legend>
      <div className="segmented">
        {choices.map(({ value, name: text }) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              // the one that a refusal leads to
              id={value === chosen ? `order-${name}` : undefined}
              value={value}
              checked={value === chosen}
              onChange={() => onChange(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      {remark && (
        <p className={remark.severity === "error" ? "field-error" : "field-warning"} id={id} role="alert">
          {remark.message}
        </p>
      )}
    </fieldset>
  );
}
