import { type Node, nodeOf, nodesOf, propertyOf, textOf } from "../node.ts";
import type { Finding, Quirk } from "../source-file.ts";

/** Settings whose meaning has changed, and those that never had one. */
export const construction: Quirk = ({ holders }) =>
  holders.made.flatMap(({ kind, node }) => {
    const params = nodesOf(node, "arguments")[0];
    return kind === "KiteConnect" ? clientSettings(params) : tickerSettings(params);
  });

function clientSettings(params: Node | undefined): Finding[] {
  const findings: Finding[] = [];
  const debug = propertyOf(params, "debug");
  if (debug && debug.value !== false) {
    findings.push({ id: "debug-output", node: debug, message: "prints a line for each request, no longer the token" });
  }
  const login = propertyOf(params, "login_uri");
  if (login) findings.push({ id: "kept", node: login, message: "login_uri has no effect; default_login_uri has" });
  const root = propertyOf(params, "root");
  if (root && /^http:\/\/(?!localhost|127\.)/.test(textOf(root) ?? "")) {
    findings.push({ id: "kept", node: root, message: "the token crosses the network unencrypted: use https" });
  }
  return findings;
}

function tickerSettings(params: Node | undefined): Finding[] {
  const tries = propertyOf(params, "max_retry");
  return tries && isNegative(tries) ? [endless(tries)] : [];
}

/** `-1`. */
export const isNegative = (node: Node | undefined): boolean =>
  node?.type === "UnaryExpression" && node.operator === "-" && nodeOf(node, "argument")?.type === "NumericLiteral";

export const endless = (node: Node): Finding => ({
  id: "endless-retries",
  node,
  message: "tries for ever now; it ended the program at the first lost connection",
});
