import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { packages, root } from "../workspace/packages.ts";

const run = promisify(execFile);

/** An empty project outside the workspace. */
export interface Consumer {
  readonly path: string;
  /** Runs a command there; gives what it printed, or throws with it. */
  run(command: string, args: readonly string[]): Promise<string>;
  write(file: string, text: string): void;
  remove(): void;
}

// An npm that is started from inside pnpm inherits settings it refuses.
const cleanEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_/i.test(name)),
);

export function consumer(): Consumer {
  const path = mkdtempSync(join(tmpdir(), "kite-consumer-"));
  const write = (file: string, text: string) => writeFileSync(join(path, file), text);
  write("package.json", '{ "private": true, "type": "module" }\n');
  return {
    path,
    write,
    async run(command, args) {
      try {
        const { stdout } = await run(command, [...args], {
          cwd: path,
          env: cleanEnvironment,
          maxBuffer: 64 * 1024 * 1024,
        });
        return stdout;
      } catch (error) {
        const { stdout, stderr } = error as { stdout: string; stderr: string };
        throw new Error(`${command} ${args.join(" ")}\n${stdout}\n${stderr}`);
      }
    },
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
export async function nodeBinary(major: number): Promise<string> {
  if (process.version.startsWith(`v${major}.`)) return process.execPath;
  const folder = `${root}node_modules/.node-${major}`;
  const binary = `${folder}/node_modules/node-${process.platform}-${process.arch}/bin/node`;
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/package.json`, '{ "private": true }\n');
    await run("npm", ["install", "--no-audit", "--no-fund", `node-${process.platform}-${process.arch}@${major}`], {
      cwd: folder,
      env: cleanEnvironment,
    });
  }
  return binary;
}
