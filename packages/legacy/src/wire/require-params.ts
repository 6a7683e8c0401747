import { LegacyError } from "./legacy-error.ts";

/** Gives back what a call cannot do without, or throws at once. */
export function requireParams<Params extends object>(endpoint: string, params: Params): Params {
  if (typeof params === "object" && params !== null) return params;
  const message = `params: must be an object, got ${String(params)}`;
  throw new LegacyError({ code: "InvalidInput", endpoint, field: "params", message, outcome: "not-sent" });
}
