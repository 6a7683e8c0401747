import { readFileSync, statSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { diff } from "./diff.ts";
import { type Examined, examine } from "./examine.ts";
import { findFiles } from "./find-files.ts";
import { type Paint, paint } from "./paint.ts";
import { counted, fileReport, type Reported, reported, summary } from "./report.ts";

/** Where the doctor prints, and where it stands. */
export interface Surroundings {
  readonly cwd: string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  readonly colours: boolean;
}

const usage = `Usage: npx @kite/legacy doctor <path> [--dry-run | --write]

Reads the sources below <path>, lists the calls of kiteconnect in use and what each becomes, and points at what
programs rely on that has changed. Changes nothing unless told to.

  --dry-run  shows what --write would change
  --write    changes the import, and the calls whose typed form is certain to do the same`;

/** Runs the doctor. Gives the exit code: 0 when all was read, 1 when a file could not be, 2 for arguments that make no sense. */
export function run(args: readonly string[], { cwd, print, printError, colours }: Surroundings): number {
  const flags = args.filter((argument) => argument.startsWith("-"));
  const [command, path, ...others] = args.filter((argument) => !argument.startsWith("-"));
  if (flags.includes("--help") || flags.includes("-h")) {
    print(usage);
    return 0;
  }
  const unknown = flags.find((flag) => flag !== "--write" && flag !== "--dry-run");
  if (command !== "doctor" || path === undefined || others.length > 0 || unknown || flags.length > 1) {
    printError(unknown ? `${unknown} is not known.\n\n${usage}` : usage);
    return 2;
  }
  const root = resolve(cwd, path);
  if (!statSync(root, { throwIfNoEntry: false })) {
    printError(`${path}: no such file or folder`);
    return 2;
  }
  const colour = paint(colours);
  const files = findFiles(root);
  const read = files.map((file) => examined(file, cwd));
  const failed = read.filter((each): each is Unread => "reason" in each);
  const all = relevant(read.filter((each): each is Examined => !("reason" in each))).map(reported);
  show(all, cwd, flags, files.length, print, colour);
  for (const { path, reason } of failed) printError(`${path}: cannot be read: ${reason}`);
  return failed.length > 0 ? 1 : 0;
}

interface Unread {
  readonly path: string;
  readonly reason: string;
}

function examined(file: string, cwd: string): Examined | Unread {
  const path = relative(cwd, file) || file;
  try {
    return examine(path, readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code) {
      return { path, reason: (error as Error).message };
    }
    throw error;
  }
}

/** Without kiteconnect anywhere, calls that are named like its own are somebody else's. */
function relevant(files: readonly Examined[]): readonly Examined[] {
  const uses = files.some(({ imports }) => imports.sources.length > 0);
  return uses ? files.filter(({ imports, calls }) => imports.sources.length > 0 || calls.length > 0) : [];
}

function show(
  all: readonly Reported[],
  cwd: string,
  flags: readonly string[],
  files: number,
  print: (text: string) => void,
  colour: Paint,
): void {
  if (all.length === 0) {
    print(`${counted(files, "file")} read: kiteconnect is in none of them.`);
    return;
  }
  if (flags.length === 0) {
    for (const each of all) print(fileReport(each, colour));
    print(summary(all, files, colour));
    return;
  }
  const changed = all.filter(({ file, rewritten }) => file.code !== rewritten.code);
  for (const { file, rewritten } of changed) {
    if (flags.includes("--write")) writeFileSync(resolve(cwd, file.path), rewritten.code);
    else print(coloured(diff(file.path, file.code, rewritten.code), colour));
  }
  const names = changed.map(({ file }) => `  ${file.path}`).join("\n");
  const verb = flags.includes("--write") ? "changed" : "would change";
  print(`${counted(changed.length, "file")} ${verb}${names && `:\n${names}`}`);
  if (changed.length > 0) print("Then: npm install @kite/legacy && npm uninstall kiteconnect");
}

const coloured = (text: string, { red, green, cyan }: Paint): string =>
  text
    .split("\n")
    .map((line) =>
      line.startsWith("-") ? red(line) : line.startsWith("+") ? green(line) : line.startsWith("@@") ? cyan(line) : line,
    )
    .join("\n");
