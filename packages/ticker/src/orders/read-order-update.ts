import { type OrderUpdate, OrderUpdateSchema } from "@kite/models";
import { getDotPath, safeParse } from "valibot";

/** What a payload says. `problems` are the fields that are not as documented, and how. */
export type ReadOrderUpdate =
  | { readonly update: OrderUpdate; readonly problems: ReadonlyMap<string, string> }
  /** It does not tell which order it is about, or what has become of it. */
  | { readonly update: undefined; readonly problem: string };

/** Converts the payload of an `order` message. One odd field hides nothing: it is handed on as it came. */
export function readOrderUpdate(payload: unknown): ReadOrderUpdate {
  const { output, issues = [] } = safeParse(OrderUpdateSchema, payload);
  const problems = new Map<string, string>();
  for (const issue of issues) {
    const path = getDotPath(issue);
    if (path === null || path === "order_id" || path === "status") {
      return { update: undefined, problem: path ? `${path}: ${issue.message}` : issue.message };
    }
    problems.set(path.replace(/\.\d+/g, "[]"), issue.message);
  }
  return { update: output as OrderUpdate, problems };
}
