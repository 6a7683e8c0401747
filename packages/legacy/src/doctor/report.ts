import type { Examined } from "./examine.ts";
import type { FoundCall } from "./find-calls.ts";
import type { Node } from "./node.ts";
import type { Paint } from "./paint.ts";
import { type Rewritten, rewrite } from "./rewrite.ts";
import { safeRewrite } from "./safe-calls.ts";

/** A file, and what `--write` makes of it. */
export interface Reported {
  readonly file: Examined;
  readonly rewritten: Rewritten;
}

export const reported = (file: Examined): Reported => ({ file, rewritten: rewrite(file) });

const at = ({ loc }: Node): string => `${loc.start.line}:${loc.start.column + 1}`;

/** Prints what a file uses, what each call becomes, and what is to be looked at. Empty for a file that has nothing of it. */
export function fileReport({ file, rewritten }: Reported, { bold, dim, green, yellow, cyan }: Paint): string {
  const { imports, calls, findings } = file;
  if (imports.sources.length === 0 && calls.length === 0) return "";
  const lines = [bold(file.path)];
  if (rewritten.imports > 0) {
    lines.push(...imports.sources.map((source) => row(at(source), "import", green("→ @kite/legacy"), dim)));
  }
  const width = Math.max(0, ...calls.map((call) => written(call).length));
  for (const found of calls) {
    const note = isSafe(found, file) ? green(" (changed by --write)") : "";
    const doubt = found.confidence === "likely" ? yellow(" ?") : "";
    lines.push(
      row(at(found.member), written(found).padEnd(width), `${cyan(`→ ${found.replacement}`)}${note}${doubt}`, dim),
    );
  }
  for (const { node, id, message } of findings) lines.push(row(at(node), yellow(`! ${id}`), message, dim));
  return `${lines.join("\n")}\n`;
}

const row = (place: string, what: string, text: string, dim: Paint["dim"]): string =>
  `  ${dim(place.padStart(8))}  ${what}  ${text}`;

const written = ({ place, name }: FoundCall): string => `${place ?? "…"}.${name}`;

const isSafe = (found: FoundCall, file: Examined): boolean =>
  file.imports.sources.length > 0 && safeRewrite(found, file.path, () => "") !== undefined;

/** Prints the figures of all files, and what to do next. */
export function summary(all: readonly Reported[], files: number, { bold, yellow }: Paint): string {
  const calls = all.flatMap(({ file }) => file.calls);
  const findings = all.flatMap(({ file }) => file.findings);
  const count = (read: (rewritten: Rewritten) => number) =>
    all.reduce((sum, { rewritten }) => sum + read(rewritten), 0);
  const [imports, safe] = [count((rewritten) => rewritten.imports), count((rewritten) => rewritten.calls)];
  const kinds = new Set(calls.map(({ kind, name }) => `${kind}.${name}`)).size;
  const lines = [
    bold(`${counted(files, "file")} read: ${counted(calls.length, "call")} of ${counted(kinds, "kind")}, `) +
      bold(yellow(`${counted(findings.length, "thing")} to look at`)),
    `--write changes ${counted(imports, "import")} and ${counted(safe, "call")}; --dry-run shows how. The other calls keep working as they are.`,
  ];
  if (calls.some(({ confidence }) => confidence === "likely")) {
    lines.push("? the client comes from another file: the name of the call says that it is one of kiteconnect's.");
  }
  return lines.join("\n");
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
