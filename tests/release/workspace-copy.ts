import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { nodeBinary } from "../packed/consumer.ts";
import { packages, root } from "../workspace/packages.ts";

const run = promisify(execFile);

/** How much a package moves by. */
type Bump = "patch" | "minor" | "major";

/** The manifests and the changesets of this workspace, in a folder where releases can be played. */
export interface WorkspaceCopy {
  /** Version of every published package, by folder. */
  versions(): Record<string, string>;
  changelog(folder: string): string;
  /** Writes a changeset and runs `changeset version`. Gives the packages that moved, by folder, with their new versions. */
  release(folder: string, bump: Bump, summary: string): Promise<Record<string, string>>;
  /** Consumes the changesets that are there, as the next release will. */
  releasePending(): Promise<void>;
  /** Puts every published package at a version. */
  setVersions(version: string): void;
  remove(): void;
}

export async function workspaceCopy(): Promise<WorkspaceCopy> {
  const path = mkdtempSync(join(tmpdir(), "kite-release-"));
  const all = ["packages", "apps"].flatMap((group) => readdirSync(`${root}${group}`).map((name) => `${group}/${name}`));
  const files = ["package.json", ".changeset", "pnpm-workspace.yaml", "benchmarks/package.json"];
  for (const file of [...files, ...all.map((folder) => `${folder}/package.json`)]) {
    cpSync(`${root}${file}`, join(path, file), { recursive: true });
  }
  symlinkSync(`${root}node_modules`, join(path, "node_modules"));
  // changesets 3 needs a newer Node than the packages do
  const node = await nodeBinary(24);
  const version = () => run(node, [`${root}node_modules/@changesets/cli/bin.js`, "version"], { cwd: path });

  const fileOf = (folder: string) => join(path, "packages", folder, "package.json");
  const manifest = (folder: string) => JSON.parse(readFileSync(fileOf(folder), "utf8"));
  const versions = () =>
    Object.fromEntries(packages.map(({ folder }) => [folder, manifest(folder).version as string] as const));

  return {
    versions,
    changelog: (folder) => readFileSync(join(path, "packages", folder, "CHANGELOG.md"), "utf8"),
    async release(folder, bump, summary) {
      const before = versions();
      writeFileSync(join(path, ".changeset/played.md"), `---\n"@kite/${folder}": ${bump}\n---\n\n${summary}\n`);
      await version();
      return Object.fromEntries(Object.entries(versions()).filter(([name, now]) => before[name] !== now));
    },
    async releasePending() {
      await version();
    },
    setVersions(to) {
      for (const { folder } of packages) {
        writeFileSync(fileOf(folder), `${JSON.stringify({ ...manifest(folder), version: to }, null, 2)}\n`);
      }
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
