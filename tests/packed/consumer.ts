import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error a script without types
import { node, run } from "../../scripts/rehearse/run.mjs";
import { packages } from "../workspace/packages.ts";

/** An empty project outside the workspace. */
export interface Consumer {
  readonly path: string;
  /** Runs a command there; gives what it printed, or throws with it. */
  run(command: string, args: readonly string[]): Promise<string>;
  write(file: string, text: string): void;
  remove(): void;
}

export function consumer(): Consumer {
  const path = mkdtempSync(join(tmpdir(), "kite-consumer-"));
  const write = (file: string, text: string) => writeFileSync(join(path, file), text);
  write("package.json", '{ "private": true, "type": "module" }\n');
  return {
    path,
    write,
    run: (command, args) => run(command, args, { cwd: path }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** The packed file of a package. */
export function tarball(folder: string): string {
  const file = packages.find((each) => each.folder === folder)?.path;
  if (!file) throw new Error(`there is no package ${folder}`);
  return `${file}/.pack/package.tgz`;
}

/** Gives the binary of a Node major, from npm's bare packages, which run no install script. Kept between runs. */
export const nodeBinary = async (major: number): Promise<string> => node(major);
