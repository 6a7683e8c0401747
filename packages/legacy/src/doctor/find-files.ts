import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";

const source = /\.[cm]?[jt]sx?$/;
const skipped = /^(node_modules|dist|build|out|coverage|\..+)$/;

/** Lists the source files below a path, in order; a file names itself. Declarations and built code are left out. */
export function findFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (skipped.test(entry.name)) return [];
      const inside = join(path, entry.name);
      if (entry.isDirectory()) return findFiles(inside);
      return entry.isFile() && source.test(entry.name) && !/\.d\.[cm]?ts$/.test(basename(inside)) ? [inside] : [];
    });
}
