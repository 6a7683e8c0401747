import { isMember, nameOf, nodeOf, nodesOf, textOf, walk } from "../node.ts";
import type { Finding, Quirk } from "../source-file.ts";

const times = /^(order_timestamp|exchange_timestamp|fill_timestamp|last_trade_time|login_time|last_instalment)$/;

/** Times that a program reads or asks for: they are IST now. One finding a file says it. */
export const istTimes: Quirk = ({ program, calls, imports }) => {
  if (imports.sources.length === 0 && calls.length === 0) return [];
  const findings: Finding[] = [];
  const message = "times are IST wherever this runs; compat: { hostLocalDates: true } gives the host's clock back";
  for (const { name, args, member } of calls) {
    const asksWithDates = args.slice(2, 4).some((argument) => argument.type !== "StringLiteral");
    if (name === "getHistoricalData" && asksWithDates) findings.push({ id: "times", node: member, message });
  }
  walk(program, (node) => {
    if (isMember(node) && !node.computed && times.test(nameOf(nodeOf(node, "property")) ?? "")) {
      findings.push({ id: "times", node, message });
    }
  });
  return findings.sort((a, b) => a.node.start - b.node.start).slice(0, 1);
};

/** Ways of telling an error that relied on what the old client threw or resolved. */
export const errorChecks: Quirk = ({ program, calls, imports }) => {
  if (imports.sources.length === 0 && calls.length === 0) return [];
  const findings: Finding[] = [];
  walk(program, (node) => {
    if (node.type !== "BinaryExpression") return;
    const [left, right] = [nodeOf(node, "left"), nodeOf(node, "right")];
    if (node.operator === "instanceof" && nameOf(right) === "Error") {
      findings.push({ id: "real-errors", node, message: "true now for every rejection; they were plain objects" });
    }
    if (!/^[!=]==?$/.test(String(node.operator)) || !isMember(left)) return;
    const field = nameOf(nodeOf(left, "property"));
    if (field === "status" && textOf(right) === "error") {
      findings.push({ id: "status-field", node, message: "status is the HTTP status: ask for error_type" });
    }
    if (field === "error_type" && textOf(right) === "DataException") {
      findings.push({ id: "unknown-content-type", node, message: "pages and the like reject now; none resolves" });
    }
  });
  return findings;
};

/** Machinery of the old client that is gone. */
export const internals: Quirk = ({ program, holders }) => {
  const findings: Finding[] = [];
  walk(program, (node) => {
    if (!isMember(node)) return;
    const name = nameOf(nodeOf(node, "property")) ?? "";
    if (name === "requestInstance") {
      findings.push({ id: "axios", node, message: "there is no axios below: give a transport, or a layer" });
    }
    const object = nodeOf(node, "object");
    const isClient =
      holders.clients.has(nameOf(object) ?? "") ||
      holders.clients.has(`this.${nameOf(nodeOf(object ?? node, "property"))}`);
    if (isClient && /^(_get|_post|_put|_delete|request|createAxiosInstance|formatResponse)$/.test(name)) {
      findings.push({ id: "axios", node, message: `${name} is not here: send other routes with kc.kite.send(plan)` });
    }
  });
  return findings;
};

/** Repairs that are no longer needed: an unsigned 32-bit volume made of a negative one. */
export const volumeRepairs: Quirk = ({ program, imports }) => {
  if (imports.sources.length === 0) return [];
  const findings: Finding[] = [];
  walk(program, (node) => {
    const isRepair =
      (node.type === "NumericLiteral" && node.value === 4_294_967_296) ||
      (node.type === "BinaryExpression" && node.operator === ">>>" && nodesOf(node, "right")[0]?.value === 0);
    if (isRepair) {
      findings.push({ id: "unsigned-quantities", node, message: "volumes and quantities are never negative any more" });
    }
  });
  return findings;
};
