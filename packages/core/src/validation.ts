import { KiteError } from "./errors.ts";
import { isWrite, type Plan, type WireResponse } from "./request.ts";
import { placeOf, type Schema, type SchemaIssue } from "./schema.ts";

/** `warn` reports each kind of mismatch once and hands the value on, `strict` throws, `off` hands on what the server sent. */
export type ValidationMode = "warn" | "strict" | "off";

/** Checks answers against their schemas, for one client. */
export interface Validation {
  readonly mode: ValidationMode;
  /** Gives the typed value of an answer. */
  check<Output>(plan: Plan, response: WireResponse, schema: Schema<Output>): Promise<Output>;
}

export function createValidation(mode: ValidationMode, warn: (message: string) => void): Validation {
  const reported = new Set<string>();
  return {
    mode,
    async check<Output>(plan: Plan, response: WireResponse, schema: Schema<Output>): Promise<Output> {
      if (mode === "off") return response.data as Output;
      const pending = schema["~standard"].validate(response.data);
      const result = pending instanceof Promise ? await pending : pending;
      if (!result.issues) return result.value as Output;
      if (mode === "strict") throw mismatch(plan, response, result.issues);
      for (const issue of result.issues) {
        // Once per field and not once per row: a new column in a list of 5,000 instruments is one piece of news.
        const field = placeOf(issue).replace(/\[\d+\]/g, "[]");
        if (reported.has(plan.endpoint + field)) continue;
        reported.add(plan.endpoint + field);
        warn(`${plan.endpoint}: ${describe(plan, issue)}; handed on as it came`);
      }
      // One odd row must not hide the others: valibot converts what it can and leaves the rest as sent.
      return ("value" in result ? result.value : response.data) as Output;
    },
  };
}

/** The messages of schema libraries quote what arrived; in a session's answer that would be a token. */
const describe = (plan: Plan, issue: SchemaIssue): string =>
  plan.secret ? `${placeOf(issue)}: not as documented` : `${placeOf(issue)}: ${issue.message}`;

function mismatch(plan: Plan, response: WireResponse, issues: readonly SchemaIssue[]): KiteError {
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return new KiteError({
    code: "SchemaMismatch",
    endpoint: plan.endpoint,
    status: response.status,
    message: `${first ? describe(plan, first) : "not as documented"}${more}`,
    outcome: isWrite(plan) ? "unknown" : undefined,
    cause: issues.map((issue) => describe(plan, issue)),
    answer: response.data,
  });
}
