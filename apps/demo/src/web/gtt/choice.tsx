import { type ReactNode, useId } from "react";

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly name?: string;
  readonly chosen: Value;
  readonly choices: readonly { readonly value: Value; readonly name: string; readonly hint?: string }[];
  readonly error?: string | undefined;
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): ReactNode {
  const { legend, name, chosen, choices, error, onChange } = props;
  const id = useId();
  return (
    <fieldset className="choice" aria-describedby={error && `${id}-error`}>
      <legend>{legend}</legend>
      <div className="segmented">
        {choices.map((choice) => (
          <label key={choice.value} title={choice.hint}>
            <input
              type="radio"
              name={name ?? id}
              checked={chosen === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.name}</span>
          </label>
        ))}
      </div>
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
