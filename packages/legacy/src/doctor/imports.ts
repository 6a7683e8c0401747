import { bare, isCall, isMember, type Node, nameOf, nodeOf, nodesOf, textOf, walk } from "./node.ts";

/** Which class of kiteconnect a name stands for, or the whole package. */
export type Imported = "KiteConnect" | "KiteTicker" | "package" | "type";

/** What a file takes from kiteconnect. */
export interface Imports {
  /** Each text that names the package, `import`, `require`, `jest.mock` and the like. */
  readonly sources: readonly Node[];
  /** Names in the file, and what they stand for. */
  readonly names: ReadonlyMap<string, Imported>;
}

/** Programs that have changed their import already still have calls to move. */
const fromPackage = /^(kiteconnect|@kite\/legacy)(\/.*)?$/;

const importedOf = (name: string | undefined): Imported =>
  name === "KiteConnect" || name === "KiteTicker" ? name : "type";

/** Finds where a file names kiteconnect, and what it calls the parts. */
export function findImports(program: Node): Imports {
  const sources: Node[] = [];
  const names = new Map<string, Imported>();
  walk(program, (node) => {
    const source = sourceOf(node);
    if (!source || !fromPackage.test(textOf(source) ?? "")) return;
    sources.push(source);
    for (const specifier of nodesOf(node, "specifiers")) {
      const local = nameOf(nodeOf(specifier, "local"));
      if (!local) continue;
      const whole = specifier.type !== "ImportSpecifier";
      names.set(local, whole ? "package" : importedOf(nameOf(nodeOf(specifier, "imported"))));
    }
  });
  walk(program, (node) => {
    if (node.type !== "VariableDeclarator") return;
    const imported = importedBy(nodeOf(node, "init"), sources, names);
    if (imported) bindPattern(nodeOf(node, "id"), imported, names);
  });
  return { sources, names };
}

/** The text in `import … from`, `export … from`, `require(…)`, `import(…)`, `mock(…)`. */
function sourceOf(node: Node): Node | undefined {
  if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) return nodeOf(node, "source");
  if (node.type === "TSExternalModuleReference") return nodeOf(node, "expression");
  if (node.type === "TSImportType") return nodeOf(node, "argument");
  if (node.type === "ImportExpression") return nodeOf(node, "source");
  if (!isCall(node)) return undefined;
  const callee = nodeOf(node, "callee");
  const called = isMember(callee) ? nameOf(nodeOf(callee, "property")) : nameOf(callee);
  const loads =
    callee?.type === "Import" || /^(require|resolve|\w*[mM]ock|requireActual|importActual)$/.test(called ?? "");
  return loads ? nodesOf(node, "arguments")[0] : undefined;
}

/** What `require("kiteconnect")`, `require("kiteconnect").KiteConnect` or `kiteconnect.KiteConnect` gives. */
function importedBy(
  init: Node | undefined,
  sources: readonly Node[],
  names: ReadonlyMap<string, Imported>,
): Imported | undefined {
  const value = bare(init);
  if (!value) return undefined;
  if (isMember(value) && importedBy(nodeOf(value, "object"), sources, names) === "package") {
    return importedOf(nameOf(nodeOf(value, "property")));
  }
  if (value.type === "Identifier") return names.get(nameOf(value) ?? "");
  const source = sourceOf(value);
  return source && sources.includes(source) ? "package" : undefined;
}

function bindPattern(pattern: Node | undefined, imported: Imported, names: Map<string, Imported>): void {
  if (pattern?.type === "Identifier") names.set(nameOf(pattern) ?? "", imported);
  if (pattern?.type !== "ObjectPattern" || imported !== "package") return;
  for (const property of nodesOf(pattern, "properties")) {
    const local = nameOf(nodeOf(property, "value"));
    if (local) names.set(local, importedOf(nameOf(nodeOf(property, "key"))));
  }
}
