import { isCall, isMember, nameOf, nodeOf, nodesOf, placeOf, textOf, walk } from "../node.ts";
import type { Finding, Quirk } from "../source-file.ts";
import { endless, isNegative } from "./construction.ts";

/** What a program relies on in a ticker. */
export const tickers: Quirk = ({ calls }) =>
  calls
    .filter(({ kind }) => kind === "KiteTicker")
    .flatMap(({ name, args, member, place }): Finding[] => {
      if (name === "autoReconnect" && args[1] && isNegative(args[1])) return [endless(args[1])];
      if (name === "disconnect") {
        return [
          { id: "process-exit", node: member, message: "ends the ticker alone; it ended the program, with code 1" },
        ];
      }
      const event = name === "on" ? textOf(args[0]) : undefined;
      if (event === "noreconnect") {
        return [
          {
            id: "process-exit",
            node: member,
            message: "the program goes on after it: end it here if you rely on that",
          },
        ];
      }
      const handler = args[1];
      if (event !== "connect" || !handler) return [];
      let subscribes = false;
      walk(handler, (node) => {
        const callee = isCall(node) ? nodeOf(node, "callee") : undefined;
        if (!isMember(callee) || placeOf(nodeOf(callee, "object")) !== place) return;
        subscribes ||= /^(subscribe|setMode)$/.test(nameOf(nodeOf(callee, "property")) ?? "");
      });
      const message = "subscriptions are kept across connections: asking again here is harmless, and no longer needed";
      return subscribes ? [{ id: "kept-subscriptions", node: member, message }] : [];
    });

/** A second ticker, which shared the socket of the first. */
export const secondTicker: Quirk = ({ holders }) =>
  holders.made
    .filter(({ kind }) => kind === "KiteTicker")
    .slice(1)
    .map(({ node }) => ({
      id: "own-sockets",
      node,
      message: "has a socket and listeners of its own; it shared the first one's",
    }));

/** Ending the program from a listener of `noreconnect` was not needed, and is now. */
export const exits: Quirk = ({ program, holders }) => {
  if (holders.tickers.size === 0) return [];
  const findings: Finding[] = [];
  walk(program, (node) => {
    const callee = isCall(node) ? nodeOf(node, "callee") : undefined;
    if (placeOf(callee) !== "process.on" || textOf(nodesOf(node, "arguments")[0]) !== "exit") return;
    findings.push({ id: "process-exit", node, message: "a ticker no longer ends the program: see when this runs" });
  });
  return findings;
};
