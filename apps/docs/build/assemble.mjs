import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { sections } from "./pages.mjs";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));
export const site = fileURLToPath(new URL("../.site/", import.meta.url));
const source = "https://github.com/kite-sdk/kite-sdk/blob/main/";

const decisions = readdirSync(`${repository}docs/decisions`)
  .filter((file) => file.startsWith("20"))
  .map((file) => ({ file: `docs/decisions/${file}`, path: `decisions/${file.slice(0, -3)}` }));

/** Every page that is written by hand. */
const pages = [...sections.flatMap(({ pages }) => pages), ...decisions];
const pathOf = new Map(pages.map(({ file, path }) => [file, path]));

/** Puts the pages where VitePress reads them; links between files of the repository become links between pages. */
export function assemble() {
  rmSync(site, { recursive: true, force: true });
  for (const { file, path } of pages) write(`${path}.md`, relinked(file));
  write("index.md", readFileSync(new URL("../home.md", import.meta.url), "utf8"));
}

function write(path, text) {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
}

function relinked(file) {
  const text = readFileSync(`${repository}${file}`, "utf8");
  // code is left alone: a type like `Record<string, [a](b)>` is no link
  return text.replace(
    /(```[\s\S]*?```|`[^`\n]*`)|\]\((?!\w+:|#)([^)\s#]*)(#[^)\s]*)?\)/g,
    (_, code, link, hash = "") => {
      if (code) return code;
      const target = posix.join(posix.dirname(file), link).replace(/\/$/, "");
      const page = pathOf.get(target) ?? pathOf.get(`${target}/README.md`);
      if (page === undefined) return `](${source}${target}${hash})`;
      return `](/${page}.md${hash})`;
    },
  );
}
