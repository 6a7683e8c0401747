import { readdir, readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";

/** A file of the built page. */
export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its name holds a hash of its content, so it never changes. */
  readonly forever: boolean;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** The page was not built. */
export class PageMissing extends Error {}

/**
 * Reads the built page into memory, by address (`/assets/index-1a2b.js`): what is not in the list cannot be asked for.
 * Throws `PageMissing` when it has not been built.
 */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  for (const name of await listed(folder)) {
    const path = `/${name.split(sep).join("/")}`;
    const type = types[extname(name)];
    if (!type) continue;
    const body = new Uint8Array(await readFile(join(folder, name)));
    files.set(path === "/index.html" ? "/" : path, { body, type, forever: path.startsWith("/assets/") });
  }
  if (!files.has("/")) throw new PageMissing(`there is no page in ${folder}`);
  return files;
}

async function listed(folder: string): Promise<string[]> {
  try {
    return await readdir(folder, { recursive: true });
  } catch {
    return [];
  }
}
