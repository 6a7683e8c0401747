import { existsSync, readdirSync, readFileSync } from "node:fs";
import { root } from "./packages.ts";

/** A TypeScript sample of a page. */
export interface Sample {
  /** Page and line where it begins: `packages/core/README.md:12`. */
  readonly place: string;
  readonly code: string;
}

const pages = (): string[] => [
  "README.md",
  ...readdirSync(`${root}packages`).map((folder) => `packages/${folder}/README.md`),
  ...["docs", "docs/packages", "docs/migration"].flatMap((folder) =>
    readdirSync(root + folder).map((file) => `${folder}/${file}`),
  ),
  "apps/demo/README.md",
];

/** Finds every block marked `ts` in the repository's pages. */
export function samples(): Sample[] {
  return pages()
    .filter((page) => page.endsWith(".md") && existsSync(root + page))
    .flatMap((page) => {
      const text = readFileSync(root + page, "utf8");
      return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => ({
        place: `${page}:${text.slice(0, match.index).split("\n").length}`,
        code: match[1] ?? "",
      }));
    });
}
