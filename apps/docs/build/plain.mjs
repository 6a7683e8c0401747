import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { libraries } from "./api.mjs";
import { site } from "./assemble.mjs";
import { sections } from "./pages.mjs";

/** Every page as it was written, beside the built one, and `llms.txt`, which says what there is. */
export function writePlain(out) {
  cpSync(site, out, { recursive: true, filter: (file) => !/\.(js|mts)$/.test(file) });
  const line = ({ path, name }) =>
    `- [${name}](/${path}.md): ${summaryOf(readFileSync(join(site, `${path}.md`), "utf8"))}`;
  const guides = sections.map(({ title, pages }) => `## ${title}\n\n${pages.map(line).join("\n")}`);
  const api = libraries.map(({ folder, name, description }) => `- [${name}](/api/${folder}/index.md): ${description}`);
  writeFileSync(
    join(out, "llms.txt"),
    `# Kite SDK\n\n> TypeScript packages for Zerodha's Kite Connect v3 API: orders with a known outcome, live ticks, a simulated exchange.\n\n${guides.join("\n\n")}\n\n## API\n\n${api.join("\n")}\n`,
  );
}

/** The first sentence of a page. */
function summaryOf(text) {
  const paragraph = text.split(/\n{2,}/).find((part) => /^[A-Z`"*]/.test(part) && !part.startsWith("```")) ?? "";
  return paragraph.replaceAll("\n", " ").match(/^.*?[.:](?=\s|$)/)?.[0] ?? paragraph.replaceAll("\n", " ");
}
