/** One thing that does not match, as Standard Schema reports it. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What a check gives: the value, or issues. */
export interface SchemaResult<Output> {
  /** On failure valibot hands on what it could convert; the field is not part of the standard. */
  readonly value?: Output;
  readonly issues?: readonly SchemaIssue[] | undefined;
}

/**
 * The slice of Standard Schema that core uses, so that no schema library shows in its types.
 * @see https://standardschema.dev
 */
export interface Schema<Output, Input = unknown> {
  readonly "~standard": {
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** Writes the place of an issue the way JavaScript would: `data[3].quantity`, `data["NSE:INFY"].last_price`. */
export function placeOf(issue: SchemaIssue): string {
  let place = "data";
  for (const step of issue.path ?? []) {
    const key = typeof step === "object" ? step.key : step;
    place += /^[a-z]/.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(key)}]`;
  }
  return place;
}
