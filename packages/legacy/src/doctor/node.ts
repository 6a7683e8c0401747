import { type ParserPlugin, parse } from "@babel/parser";

/** A node of a syntax tree, as far as the doctor looks at it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly [field: string]: unknown;
}

/** Parses a source file: JavaScript, TypeScript or JSX, module or script. Throws a `SyntaxError`. */
export function parseSource(code: string, file: string): Node {
  const isTypeScript = /\.[cm]?tsx?$/.test(file);
  // In a plain .ts file `<T>x` is a cast, and not the beginning of an element.
  const isJsx = !/\.[cm]?ts$/.test(file);
  const plugins: ParserPlugin[] = [
    "decorators",
    ...(isTypeScript ? (["typescript"] as const) : []),
    ...(isJsx ? (["jsx"] as const) : []),
  ];
  const options = { sourceType: "unambiguous", errorRecovery: false, plugins } as const;
  return parse(code, { ...options, allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true })
    .program as unknown as Node;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** Calls `visit` with every node below, parents first, and the nodes around it, the nearest last. */
export function walk(node: Node, visit: (node: Node, around: readonly Node[]) => void): void {
  const around: Node[] = [];
  const enter = (at: Node): void => {
    visit(at, around);
    around.push(at);
    for (const [field, value] of Object.entries(at)) {
      if (field === "loc" || field.endsWith("Comments")) continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) enter(child);
    }
    around.pop();
  };
  enter(node);
}

/** The nodes in a field of a node. */
export const nodesOf = (node: Node, field: string): Node[] => {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
};

/** The node in a field of a node. */
export const nodeOf = (node: Node | undefined, field: string): Node | undefined => {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
};

/** The text of a string literal, or of a template without holes. */
export function textOf(node: Node | undefined): string | undefined {
  if (node?.type === "StringLiteral") return String(node.value);
  if (node?.type !== "TemplateLiteral" || nodesOf(node, "expressions").length > 0) return undefined;
  return String((nodesOf(node, "quasis")[0]?.value as { cooked?: string } | undefined)?.cooked);
}

/** The name of an identifier, or of a property that is written without brackets or in quotes. */
export function nameOf(node: Node | undefined): string | undefined {
  if (node?.type === "Identifier" || node?.type === "JSXIdentifier") return String(node.name);
  if (node?.type === "PrivateName") return `#${nameOf(nodeOf(node, "id"))}`;
  return textOf(node);
}

export const isMember = (node: Node | undefined): node is Node =>
  node?.type === "MemberExpression" || node?.type === "OptionalMemberExpression";

export const isCall = (node: Node | undefined): node is Node =>
  node?.type === "CallExpression" || node?.type === "OptionalCallExpression";

/** `kc`, `this.kc`, `app.locals.kc`: how a program writes the place of an object; undefined for anything longer. */
export function placeOf(node: Node | undefined): string | undefined {
  if (node?.type === "ThisExpression") return "this";
  if (node?.type === "Identifier") return nameOf(node);
  if (node?.type === "TSNonNullExpression") return placeOf(nodeOf(node, "expression"));
  if (!isMember(node) || node.computed) return undefined;
  const [object, property] = [placeOf(nodeOf(node, "object")), nameOf(nodeOf(node, "property"))];
  return object && property ? `${object}.${property}` : undefined;
}

/** The expression inside `await`, a cast or brackets. */
export function bare(node: Node | undefined): Node | undefined {
  const around = /^(AwaitExpression|TSAsExpression|TSNonNullExpression|TSSatisfiesExpression|ParenthesizedExpression)$/;
  if (!node || !around.test(node.type)) return node;
  return bare(nodeOf(node, node.type === "AwaitExpression" ? "argument" : "expression"));
}

/** The value of a property of an object literal. */
export const propertyOf = (object: Node | undefined, name: string): Node | undefined =>
  object?.type === "ObjectExpression"
    ? nodeOf(
        nodesOf(object, "properties").find(
          (property) => !property.computed && nameOf(nodeOf(property, "key")) === name,
        ),
        "value",
      )
    : undefined;
