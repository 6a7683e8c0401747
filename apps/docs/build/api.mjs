import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { repository, site } from "./assemble.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));

/** The packages that are published, and what can be imported from each. */
export const libraries = readdirSync(`${repository}packages`)
  .map((folder) => ({ folder, ...JSON.parse(readFileSync(`${repository}packages/${folder}/package.json`, "utf8")) }))
  .filter(({ private: hidden }) => !hidden)
  .map(({ folder, name, description, exports }) => ({
    folder,
    name,
    description,
    entries: Object.values(exports).flatMap((entry) => entry["@kite/source"] ?? []),
  }));

/** A page for everything that is exported, from its docstring. */
export function writeApi() {
  const out = mkdtempSync(join(tmpdir(), "kite-api-"));
  const files = libraries.flatMap(({ folder, entries }) =>
    entries.map((entry) => join(repository, "packages", folder, entry)),
  );
  execFileSync(
    "typedoc",
    ["--options", "typedoc.json", ...files.flatMap((file) => ["--entryPoints", file]), "--out", out],
    {
      cwd: here,
      stdio: "inherit",
      env: { ...process.env, PATH: `${here}node_modules/.bin:${process.env.PATH}` },
    },
  );
  for (const file of readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"))) {
    writeFileSync(join(out, file), tidy(readFileSync(join(out, file), "utf8")));
  }
  for (const { folder } of libraries) cpSync(join(out, folder, "src"), join(site, "api", folder), { recursive: true });
  writeFileSync(join(site, "api/index.md"), contents());
  rmSync(out, { recursive: true });
}

/** Addresses and headings as a reader would write them: the folder `src` says nothing. */
const tidy = (text) =>
  text
    .replace(/\]\(((?:\.\.?\/)*[\w./-]*?)\bsrc\//g, "]($1")
    .replace(/\]\(((?:\.\.\/){2,})(\w[\w-]*)\//g, (all, up, first) =>
      isFolder(first) ? `](${up.slice(3)}${first}/` : all,
    )
    .replace(/^# (.*)\/src(\/.*)?$/m, (_, name, rest = "") => `# @kite/${name}${rest}`);
const isFolder = (name) => libraries.some(({ folder }) => folder === name);

const contents = () =>
  `# API\n\nEverything that is exported, from the docstrings.\n\n| package | |\n| --- | --- |\n${libraries
    .map(({ folder, name, description }) => `| [${name}](/api/${folder}/index.md) | ${description} |`)
    .join("\n")}\n`;
