import { newCall } from "../replacements.ts";
import { newTickerCall } from "../ticker/replacements.ts";
import type { Holder, Holders, Made } from "./holders.ts";
import { isCall, isMember, type Node, nameOf, nodeOf, nodesOf, placeOf, walk } from "./node.ts";

/** A call of the old surface, or a mention of one. */
export interface FoundCall {
  readonly name: string;
  readonly kind: Made;
  /** The property access; its object is the client. */
  readonly member: Node;
  /** The whole call; undefined for a mention without one. */
  readonly call: Node | undefined;
  readonly args: readonly Node[];
  /** How the file writes the client; undefined for something longer than a name. */
  readonly place: string | undefined;
  /** `known`: the file makes the client. `likely`: it comes from elsewhere, and the name of the call says what it is. */
  readonly confidence: "known" | "likely";
  readonly holder: Holder | undefined;
  readonly replacement: string;
}

/** Parts of the typed client: calls on them are new ones, whatever their names. */
const newParts = /(^|\.)(auth|orders|portfolio|marketData|mf|gtt|alerts|ticker|legacy|kite)$/;

const has = (table: object, name: string): boolean => Object.hasOwn(table, name);

/** Finds the calls of a file. */
export function findCalls(program: Node, { clients, tickers }: Holders): FoundCall[] {
  const found: FoundCall[] = [];
  walk(program, (member, around) => {
    if (!isMember(member) || member.computed) return;
    const name = nameOf(nodeOf(member, "property"));
    const object = nodeOf(member, "object");
    if (!name || !object) return;
    const place = placeOf(object);
    const ticker = tickers.get(place ?? "");
    const client = clients.get(place ?? "");
    const parent = around.at(-1);
    const call = isCall(parent) && nodeOf(parent, "callee") === member ? parent : undefined;
    const mention = { name, member, call, args: call ? nodesOf(call, "arguments") : [], place };
    if (ticker && has(newTickerCall, name)) {
      const replacement = newTickerCall[name as keyof typeof newTickerCall];
      found.push({ ...mention, kind: "KiteTicker", confidence: "known", holder: ticker, replacement });
    } else if (has(newCall, name) && !ticker && (client || (call && !newParts.test(place ?? "")))) {
      const replacement = newCall[name as keyof typeof newCall];
      const confidence = client ? "known" : "likely";
      found.push({ ...mention, kind: "KiteConnect", confidence, holder: client, replacement });
    }
  });
  return found;
}
