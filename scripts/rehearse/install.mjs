import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { borrowed, run } from "./run.mjs";

/** An empty folder that takes its packages from a registry. */
export function emptyProject(registry, manager) {
  const path = mkdtempSync(join(tmpdir(), `kite-${manager}-`));
  writeFileSync(join(path, "package.json"), '{ "name": "somebody", "private": true, "type": "module" }\n');
  writeFileSync(
    join(path, ".npmrc"),
    `registry=${registry}\nstore-dir=${join(path, ".store")}\nminimum-release-age=0\n`,
  );
  writeFileSync(
    join(path, ".yarnrc.yml"),
    JSON.stringify({
      npmRegistryServer: registry,
      unsafeHttpWhitelist: ["127.0.0.1"],
      enableTelemetry: false,
      enableImmutableInstalls: false,
      enableGlobalCache: false,
      npmMinimalAgeGate: 0,
    }),
  );
  return path;
}

const yarn = () => borrowed("@yarnpkg/cli-dist@4.18.1", "bin/yarn.js");

/** Installs packages, and gives the command that starts Node in the project. */
export const managers = {
  async npm(path, names) {
    await run("npm", ["install", "--no-audit", "--no-fund", ...names], { cwd: path });
    return [process.execPath];
  },
  async pnpm(path, names) {
    await run("pnpm", ["add", "--ignore-workspace", "--config.minimum-release-age=0", ...names], { cwd: path });
    return [process.execPath];
  },
  /** With its strict default: a package finds nothing that it does not declare. */
  async yarn(path, names) {
    const program = await yarn();
    await run(process.execPath, [program, "add", ...names], { cwd: path });
    return [process.execPath, program, "node"];
  },
};

/** What npm has put there: packages, files and bytes. */
export function installed(path) {
  let packages = 0;
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(join(path, "node_modules"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === ".package-lock.json") continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    files += 1;
    bytes += statSync(file).size;
    if (entry.name === "package.json" && /node_modules\/(@[^/]+\/)?[^/]+$/.test(entry.parentPath ?? entry.path))
      packages += 1;
  }
  return { packages, files, bytes };
}

/** Puts a program beside the packages, with the exchange's address in front of it. */
export function writeProgram(path, name, text, kite) {
  mkdirSync(path, { recursive: true });
  // imports run before the first line does: the address has to come from a module of its own
  writeFileSync(join(path, "exchange.mjs"), `globalThis.KITE = ${JSON.stringify(kite)};\n`);
  writeFileSync(join(path, name), `import "./exchange.mjs";\n${text}`);
  return join(path, name);
}
