import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = fileURLToPath(new URL("../../", import.meta.url));

// an npm that is started from inside pnpm inherits settings it refuses
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_/i.test(name)));
const start = promisify(execFile);

/** Runs a command to its end; gives what it printed, or throws with all of it. */
export async function run(command, args, { cwd = root, env = {}, timeout = 300_000 } = {}) {
  try {
    const { stdout } = await start(command, args, { cwd, env: { ...clean, ...env }, timeout, maxBuffer: 1 << 26 });
    return stdout;
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")}\n${error.stdout ?? ""}\n${error.stderr ?? error.message}`);
  }
}

/** Gives a file of an npm package that is no dependency of ours: a program of another runtime. Kept between runs. */
export async function borrowed(name, file) {
  const folder = `${root}node_modules/.borrowed/${name.replace(/\W+/g, "-")}`;
  const path = `${folder}/node_modules/${name.replace(/(?<=.)@.*/, "")}/${file}`;
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/package.json`, '{ "private": true }\n');
    await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", name], { cwd: folder });
  }
  return path;
}

/** The bare binary of a Node major. */
export function node(major) {
  const same = process.version.startsWith(`v${major}.`);
  return same ? process.execPath : borrowed(`node-${process.platform}-${process.arch}@${major}`, "bin/node");
}
