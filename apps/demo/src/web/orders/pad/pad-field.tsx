import type { ReactNode } from "react";
import type { Remark } from "./pad-check.ts";

interface ControlAttributes {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
}

interface PadFieldProps {
  readonly id: string;
  readonly name: string;
  readonly hint?: string | undefined;
  readonly remark: Remark | undefined;
  /** What a suggested value is called, where it is not shown as it is. */
  readonly nameOf?: (value: string) => string;
  /** Puts the suggested value into the field. */
  readonly onSuggestion: (value: string) => void;
  readonly children: (attributes: ControlAttributes) => ReactNode;
}

/** A labelled control with what there is to remark on its value, and a button that puts it right where there is a safe way. */
export function PadField({ id, name, hint, remark, nameOf, onSuggestion, children }: PadFieldProps): ReactNode {
  const { severity, message, suggestion } = remark ?? {};
  const described = [hint && `${id}-hint`, remark && `${id}-remark`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {children({ id, "aria-invalid": severity === "error", "aria-describedby": described || undefined })}
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {message && (
        <div className={severity === "error" ? "field-error" : "field-warning"} id={`${id}-remark`} role="alert">
          {message}
          {suggestion !== undefined && (
            <button type="button" className="link" onClick={() => onSuggestion(suggestion)}>
              Use {nameOf ? nameOf(suggestion) : suggestion}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
