import type { KiteError } from "./errors.ts";
import { failure } from "./failure.ts";
import type { Plan, WireResponse } from "./request.ts";
import { placeOf, type Schema, type SchemaIssue } from "./schema.ts";
import { clean, secretsOf } from "./secrets.ts";
import type { Session } from "./session.ts";

/** `warn` reports each kind of mismatch once and hands the value on, `strict` throws, `off` hands on what the server sent. */
export type ValidationMode = "warn" | "strict" | "off";

/** Checks answers against their schemas, for one client. */
export interface Validation {
  readonly mode: ValidationMode;
  /** Gives the typed value of an answer. */
  check<Output>(plan: Plan, response: WireResponse, schema: Schema<Output>): Promise<Output>;
}

export function createValidation(mode: ValidationMode, session: Session, warn: (message: string) => void): Validation {
  const reported = new Set<string>();
  /** The messages of schema libraries quote what arrived; that can be a token, above all in a session's answer. */
  const describe = (plan: Plan, issue: SchemaIssue): string =>
    plan.secret
      ? `${placeOf(issue)}: not as documented`
      : clean(`${placeOf(issue)}: ${issue.message}`, secretsOf(plan, session.accessToken));
  return {
    mode,
    async check<Output>(plan: Plan, response: WireResponse, schema: Schema<Output>): Promise<Output> {
      if (mode === "off") return response.data as Output;
      const pending = schema["~standard"].validate(response.data);
      const result = pending instanceof Promise ? await pending : pending;
      if (!result.issues) return result.value as Output;
      if (mode === "strict")
        throw mismatch(
          plan,
          response,
          result.issues.map((issue) => describe(plan, issue)),
        );
      for (const issue of result.issues) {
        // Once per field and not once per row or key: a new column in a list of 5,000 instruments is one piece of news.
        const field = placeOf(issue).replace(/\[.*?\]/g, "[]");
        if (reported.has(plan.endpoint + field)) continue;
        reported.add(plan.endpoint + field);
        warn(`${plan.endpoint}: ${describe(plan, issue)}; handed on as it came`);
      }
      // One odd row must not hide the others: valibot converts what it can and leaves the rest as sent.
      return ("value" in result ? result.value : response.data) as Output;
    },
  };
}

function mismatch(plan: Plan, response: WireResponse, issues: readonly string[]): KiteError {
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return failure(plan, {
    code: "SchemaMismatch",
    status: response.status,
    message: `${issues[0]}${more}`,
    cause: issues,
    answer: response.data,
  });
}
