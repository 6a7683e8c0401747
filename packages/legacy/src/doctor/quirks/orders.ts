import { isMember, type Node, nameOf, nodeOf, nodesOf, placeOf, propertyOf, textOf, walk } from "../node.ts";
import type { Finding, Quirk, SourceFile } from "../source-file.ts";

const writes = /^(placeOrder|modifyOrder|cancelOrder|exitOrder|modifyMFSIP)$/;

/** Parameters that were changed by a call and are read afterwards. */
export const changedArguments: Quirk = ({ program, calls }) => {
  const handed = new Set<string>();
  for (const { name, args } of calls) {
    const params = writes.test(name) ? placeOf(args.at(-1)) : undefined;
    if (params) handed.add(params);
  }
  if (handed.size === 0) return [];
  const findings: Finding[] = [];
  walk(program, (node) => {
    if (!isMember(node) || !/^(variety|order_id|sip_id)$/.test(nameOf(nodeOf(node, "property")) ?? "")) return;
    const object = placeOf(nodeOf(node, "object"));
    if (!object || !handed.has(object)) return;
    const message = `${object} is handed to a call, which no longer writes into it: take the id from the answer`;
    findings.push({ id: "arguments", node, message });
  });
  return findings;
};

/** Market orders that Kite refuses. */
export const marketProtection: Quirk = ({ calls }) =>
  calls
    .filter(({ name }) => name === "placeOrder")
    .flatMap(({ args: [, params] }) => {
      const type = propertyOf(params, "order_type");
      const spread = nodesOf(params as Node, "properties").some((property) => property.type === "SpreadElement");
      if (!params || !type || spread || !isMarket(type) || propertyOf(params, "market_protection")) return [];
      const message = "Kite refuses MARKET and SL-M without market_protection since 1 April 2026: -1, or a percentage";
      return [{ id: "market-protection", node: type, message }];
    });

const isMarket = (type: Node): boolean =>
  /^(MARKET|SL-M)$/.test(textOf(type) ?? "") ||
  (isMember(type) && /^(ORDER_TYPE_)?(MARKET|SLM)$/.test(nameOf(nodeOf(type, "property")) ?? ""));

/** The last row taken off a list of instruments. */
export const phantomRow: Quirk = (file) => {
  const lists = instrumentLists(file);
  const findings: Finding[] = [];
  walk(file.program, (node) => {
    if (!isMember(node)) return;
    const object = placeOf(nodeOf(node, "object"));
    if (!object || !lists.has(object) || !/^(pop|slice|splice|length)$/.test(nameOf(nodeOf(node, "property")) ?? "")) {
      return;
    }
    const text = file.code.slice(node.start, node.end + 12).replace(/\s/g, "");
    if (!/\.pop\(\)|\.slice\(0,-1\)|\.splice\(-1|\.length-1/.test(text)) return;
    findings.push({
      id: "phantom-row",
      node,
      message: "the list has no empty last row any more: this takes a real one off",
    });
  });
  return findings;
};

/** Names that hold what getInstruments gave: `const rows = await …`, `.then((rows) => …)`. */
function instrumentLists({ program, calls }: SourceFile): Set<string> {
  const sources = new Set(calls.filter(({ name }) => /Instruments$/.test(name)).map(({ call }) => call));
  const names = new Set<string>();
  const holds = (node: Node | undefined): boolean => {
    if (!node) return false;
    if (sources.has(node)) return true;
    return holds(nodeOf(node, "argument") ?? nodeOf(node, "expression"));
  };
  walk(program, (node) => {
    if (node.type === "VariableDeclarator" && holds(nodeOf(node, "init"))) names.add(placeOf(nodeOf(node, "id")) ?? "");
    if (node.type === "AssignmentExpression" && holds(nodeOf(node, "right"))) {
      names.add(placeOf(nodeOf(node, "left")) ?? "");
    }
    const callee = nodeOf(node, "callee");
    if (node.type !== "CallExpression" || !isMember(callee) || nameOf(nodeOf(callee, "property")) !== "then") return;
    const [then] = nodesOf(node, "arguments");
    if (then && holds(nodeOf(callee, "object"))) names.add(placeOf(nodesOf(then, "params")[0]) ?? "");
  });
  return names;
}
