import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { node, root, run } from "./run.mjs";

/**
 * Plays the next release on a copy of the tree and publishes it to a registry. Gives name and version of what was published.
 * The copy stays where it is until the machine forgets its temporary files, for whoever wants to look.
 */
export async function publishTo(registry) {
  const copy = await copyOfTree();
  const pnpm = (...args) => run("pnpm", args, { cwd: copy });
  await pnpm("install", "--frozen-lockfile", "--prefer-offline");
  await run(await node(24), ["node_modules/@changesets/cli/bin.js", "version"], { cwd: copy });
  await pnpm("exec", "turbo", "run", "build", "--filter=./packages/*", "--output-logs=errors-only");

  const manifests = readdirSync(join(copy, "packages"))
    .map((folder) => ({ folder, ...JSON.parse(readFileSync(join(copy, "packages", folder, "package.json"), "utf8")) }))
    .filter(({ private: hidden }) => !hidden);
  // the registry takes everybody, but npm and pnpm send nothing without a token
  writeFileSync(join(copy, ".npmrc"), `registry=${registry}\n//${new URL(registry).host}/:_authToken=anyone\n`);
  for (const { folder } of manifests) {
    // provenance is signed by the machine that releases; there is none here
    await run("pnpm", ["publish", "--no-git-checks", "--registry", registry, "--no-provenance"], {
      cwd: join(copy, "packages", folder),
      env: { NPM_CONFIG_PROVENANCE: "false" },
    });
  }
  return manifests.map(({ name, version }) => ({ name, version }));
}

/** What git knows and what it would take up. */
async function copyOfTree() {
  const copy = mkdtempSync(join(tmpdir(), "kite-release-"));
  const files = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
  for (const file of files.split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  await run("git", ["init", "--quiet"], { cwd: copy });
  return copy;
}
