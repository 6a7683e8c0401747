import type { CallOptions } from "@kite/core";

/** Gives the options for each of several requests that together have one deadline. */
export function oneDeadline(options: CallOptions = {}): () => CallOptions {
  const { deadline } = options;
  if (deadline === undefined) return () => options;
  const started = performance.now();
  // A deadline must be above 0; with a millisecond left the request ends as the call should: in time.
  return () => ({ ...options, deadline: Math.max(1, Math.ceil(deadline - (performance.now() - started))) });
}
