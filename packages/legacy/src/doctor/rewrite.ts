import MagicString from "magic-string";
import { type Node, nodeOf, textOf } from "./node.ts";
import { safeRewrite } from "./safe-calls.ts";
import type { SourceFile } from "./source-file.ts";

/** A file with its import and its safe calls changed. */
export interface Rewritten {
  readonly code: string;
  readonly imports: number;
  readonly calls: number;
}

/** Changes the import and the safe calls of a file; everything else stays to the letter. */
export function rewrite(file: SourceFile): Rewritten {
  const edited = new MagicString(file.code);
  const sources = file.imports.sources.filter((source) => textOf(source)?.startsWith("kiteconnect"));
  for (const source of sources) {
    // Inside the quotes, whichever they are.
    edited.update(source.start + 1, source.end - 1, newSource(textOf(source) ?? ""));
  }
  let calls = 0;
  /** Where the last change ends: a call inside the arguments of a changed one is a copy there, and waits for the next time. */
  let changedUntil = 0;
  const text = (node: Node) => file.code.slice(node.start, node.end);
  for (const found of file.calls) {
    const { call, member } = found;
    const object = nodeOf(member, "object");
    // A file that does not name the package may get another one's client.
    if (!call || !object || call.type !== "CallExpression" || file.imports.sources.length === 0) continue;
    const replacement = call.start < changedUntil ? undefined : safeRewrite(found, file.path, text);
    if (!replacement) continue;
    changedUntil = call.end;
    edited.update(object.end, call.end, `.kite.${replacement}`);
    calls += 1;
  }
  return { code: edited.toString(), imports: sources.length, calls };
}

/** The enums and constants have the same places as before; everything else comes from the package itself. */
function newSource(source: string): string {
  const deep = /^kiteconnect\/dist\/(interfaces|constants)(\/index(\.js)?)?$/.exec(source);
  return deep ? `@kite/legacy/dist/${deep[1]}/index.js` : "@kite/legacy";
}
