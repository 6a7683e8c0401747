import { findCalls } from "./find-calls.ts";
import { findHolders } from "./holders.ts";
import { findImports } from "./imports.ts";
import { parseSource } from "./node.ts";
import * as quirks from "./quirks/index.ts";
import type { Finding, SourceFile } from "./source-file.ts";

/** A file and what there is to say about it. */
export interface Examined extends SourceFile {
  readonly findings: readonly Finding[];
}

/** Reads a source file. Throws a `SyntaxError` for one that cannot be parsed. */
export function examine(path: string, code: string): Examined {
  const program = parseSource(code, path);
  const imports = findImports(program);
  const holders = findHolders(program, imports);
  const file = { path, code, program, imports, holders, calls: findCalls(program, holders) };
  const findings = Object.values(quirks).flatMap((look) => look(file));
  return { ...file, findings: findings.sort((a, b) => a.node.start - b.node.start) };
}
