import { existsSync, readdirSync, readFileSync } from "node:fs";
import { root } from "./packages.ts";

/** A TypeScript sample of a page. */
export interface Sample {
  /** Page and line where it begins: `packages/core/README.md:12`. */
  readonly place: string;
  readonly code: string;
  /** Whether it can run as it stands, runs until it is stopped, or needs what only its reader has. */
  readonly kind: "program" | "endless" | "fragment";
}

const pages = (): string[] => [
  "README.md",
  ...readdirSync(`${root}packages`).map((folder) => `packages/${folder}/README.md`),
  ...["docs", "docs/packages", "docs/migration", "docs/concepts", "docs/recipes"]
    .filter((folder) => existsSync(root + folder))
    .flatMap((folder) => readdirSync(root + folder).map((file) => `${folder}/${file}`)),
  "apps/demo/README.md",
];

/**
 * Finds every block marked `ts` in the repository's pages. A second word says what becomes of it when it is run: `endless`,
 * or `fragment` for one that cannot run by itself.
 */
export function samples(): Sample[] {
  return pages()
    .filter((page) => page.endsWith(".md") && existsSync(root + page))
    .flatMap((page) => {
      const text = readFileSync(root + page, "utf8");
      return [...text.matchAll(/^```ts(?: (endless|fragment))?\n([\s\S]*?)^```$/gm)].map((match) => ({
        place: `${page}:${text.slice(0, match.index).split("\n").length}`,
        code: match[2] ?? "",
        kind: (match[1] ?? "program") as Sample["kind"],
      }));
    });
}
