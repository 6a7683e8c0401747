import type { Imported, Imports } from "./imports.ts";
import { bare, isMember, type Node, nameOf, nodeOf, nodesOf, placeOf, walk } from "./node.ts";

/** What holds a client, by how the file writes it: `kc`, `this.kc`. */
export interface Holders {
  readonly clients: ReadonlyMap<string, Holder>;
  readonly tickers: ReadonlyMap<string, Holder>;
  /** Each `new KiteConnect(…)` and `new KiteTicker(…)`. */
  readonly made: readonly { readonly kind: Made; readonly node: Node }[];
}

export type Made = "KiteConnect" | "KiteTicker";

export interface Holder {
  /** Made in this file, once, and never named twice: what is called on it is certain to be ours to change. */
  readonly certain: boolean;
}

/** Finds which names of a file hold a client or a ticker. */
export function findHolders(program: Node, { names }: Imports): Holders {
  const found = { KiteConnect: new Map<string, Holder>(), KiteTicker: new Map<string, Holder>() };
  const made: { kind: Made; node: Node }[] = [];
  const bound = new Map<string, number>();
  const hold = (kind: Made | undefined, place: string | undefined, certain: boolean) => {
    if (kind && place) found[kind].set(place, { certain: certain && !found[kind].has(place) });
  };
  walk(program, (node, around) => {
    for (const name of boundNames(node, around.at(-1))) bound.set(name, (bound.get(name) ?? 0) + 1);
    const kind = madeBy(node, names);
    if (kind) made.push({ kind, node });
    if (node.type === "VariableDeclarator") {
      hold(madeBy(bare(nodeOf(node, "init")), names), placeOf(nodeOf(node, "id")), true);
    } else if (node.type === "AssignmentExpression") {
      hold(madeBy(bare(nodeOf(node, "right")), names), placeOf(nodeOf(node, "left")), true);
    } else if (node.type === "ClassProperty" || node.type === "ClassPrivateProperty") {
      const place = `this.${nameOf(nodeOf(node, "key"))}`;
      hold(madeBy(bare(nodeOf(node, "value")), names) ?? typedAs(node), place, true);
    }
    // A parameter or a variable of the old type.
    if (node.type === "Identifier") hold(typedAs(node), nameOf(node), false);
    if (node.type === "TSParameterProperty") {
      const parameter = nodeOf(node, "parameter");
      if (parameter) hold(typedAs(parameter), `this.${nameOf(parameter)}`, false);
    }
  });
  const settle = (holders: Map<string, Holder>) =>
    new Map([...holders].map(([place, { certain }]) => [place, { certain: certain && (bound.get(place) ?? 1) <= 1 }]));
  return { clients: settle(found.KiteConnect), tickers: settle(found.KiteTicker), made };

  function typedAs(node: Node): Made | undefined {
    const type = nodeOf(nodeOf(node, "typeAnnotation"), "typeAnnotation");
    const name = nameOf(nodeOf(type, "typeName"));
    if (!name || !names.has(name)) return undefined;
    if (name === "Connect" || names.get(name) === "KiteConnect") return "KiteConnect";
    return name === "Ticker" || names.get(name) === "KiteTicker" ? "KiteTicker" : undefined;
  }
}

function madeBy(node: Node | undefined, names: ReadonlyMap<string, Imported>): Made | undefined {
  if (node?.type !== "NewExpression") return undefined;
  const callee = nodeOf(node, "callee");
  const own = names.get(nameOf(callee) ?? "");
  if (own === "KiteConnect" || own === "KiteTicker") return own;
  if (!isMember(callee) || names.get(placeOf(nodeOf(callee, "object")) ?? "") !== "package") return undefined;
  const name = nameOf(nodeOf(callee, "property"));
  return name === "KiteConnect" || name === "KiteTicker" ? name : undefined;
}

/** Names that a node declares: a second declaration of the same name may stand for something else. */
function boundNames(node: Node, parent: Node | undefined): string[] {
  if (node.type === "VariableDeclarator") return patternNames(nodeOf(node, "id"));
  if (/Function|ClassMethod|ObjectMethod/.test(node.type)) return nodesOf(node, "params").flatMap(patternNames);
  if (node.type === "CatchClause") return patternNames(nodeOf(node, "param"));
  if (/^Import\w*Specifier$/.test(node.type) && parent) return patternNames(nodeOf(node, "local"));
  return [];
}

function patternNames(pattern: Node | undefined): string[] {
  if (!pattern) return [];
  if (pattern.type === "Identifier") return [nameOf(pattern) ?? ""];
  const inner = ["properties", "elements", "argument", "left", "value", "parameter"];
  return inner.flatMap((field) => nodesOf(pattern, field)).flatMap(patternNames);
}
