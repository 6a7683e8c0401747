import type { ReactNode } from "react";

interface FieldAttributes {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
}

interface FieldProps {
  readonly name: string;
  readonly id: string;
  readonly hint?: string;
  /** What is wrong with the value. */
  readonly error: string | undefined;
  /** Makes the control, with the attributes that tie it to its label, hint and error. */
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

/** A labelled control, with its error beside it. */
export function Field({ name, id, hint, error, children }: FieldProps): ReactNode {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {children({ id, "aria-invalid": error !== undefined, "aria-describedby": described || undefined })}
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
