import type { FoundCall } from "./find-calls.ts";
import { isMember, type Node, nameOf, nodeOf, textOf } from "./node.ts";

/** Text of a node, as the file has it. */
type Text = (node: Node) => string;

/** What a call becomes after the name of its client; undefined when it is not certain to give the same. */
type Rewrite = (args: readonly Node[], text: Text) => string | undefined;

const plain =
  (call: string): Rewrite =>
  (args) =>
    args.length === 0 ? `${call}()` : undefined;

/** A variety by its value or its constant. */
const isVariety = (node: Node): boolean =>
  textOf(node) !== undefined || (isMember(node) && /^VARIETY_/.test(nameOf(nodeOf(node, "property")) ?? ""));

/**
 * Calls whose typed form sends the same and gives the same documented fields, in any language. Errors are the same on both, so a
 * `catch` around them need not change.
 */
const anywhere: Readonly<Record<string, Rewrite>> = {
  cancelOrder: ([variety, order_id, ...others], text) =>
    variety && order_id && others.length === 0 && isVariety(variety)
      ? `orders.cancelOrder({ variety: ${text(variety)}, order_id: String(${text(order_id)}) })`
      : undefined,
  deleteGTT: ([trigger_id, ...others], text) =>
    trigger_id && others.length === 0 ? `gtt.deleteGTT(Number(${text(trigger_id)}))` : undefined,
  invalidateAccessToken: plain("auth.invalidateAccessToken"),
};

/** Calls whose types are stricter than the old ones: a TypeScript program may have to look at them. */
const inJavaScript: Readonly<Record<string, Rewrite>> = {
  getProfile: plain("auth.getProfile"),
  getPositions: plain("portfolio.getPositions"),
  getMargins: ([segment, ...others]) => {
    const name = textOf(segment);
    if (segment === undefined) return "auth.getMargins()";
    return others.length === 0 && /^(equity|commodity)$/.test(name ?? "") ? `auth.getMargins("${name}")` : undefined;
  },
};

/** Gives what a call becomes, `orders.cancelOrder({ … })`; undefined for one that a person has to look at. */
export function safeRewrite({ kind, name, holder, args }: FoundCall, path: string, text: Text): string | undefined {
  if (kind !== "KiteConnect" || !holder?.certain || args.some(({ type }) => type === "SpreadElement")) return undefined;
  const rewrites = /\.[cm]?tsx?$/.test(path) ? anywhere : { ...anywhere, ...inJavaScript };
  return Object.hasOwn(rewrites, name) ? rewrites[name]?.(args, text) : undefined;
}
