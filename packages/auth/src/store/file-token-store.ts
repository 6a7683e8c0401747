import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { requireText } from "@kite/core";
import { isAlive, type StoredToken, type TokenStore } from "./token-store.ts";

/**
 * Keeps a token in a file that only its owner can read (mode 0600; Windows ignores modes). A missing folder is made for the
 * owner alone (0700). The file is replaced as a whole: another process reads the old token or the new one.
 *
 * What does not look like a token of this store counts as nothing stored. A token that died at 06:00 IST is deleted.
 * `load`, `save` and `clear` reject with Node's own errors: no permission, no space.
 *
 * @example
 * await kite.auth.keepSession(fileTokenStore(`${homedir()}/.kite/token.json`));
 */
export function fileTokenStore(path: string): TokenStore {
  requireText("path", path);
  const clear = () => rm(path, { force: true });
  return {
    async load() {
      const stored = read(await readFile(path, "utf8").catch(absent));
      if (!stored || isAlive(stored)) return stored;
      await clear();
      return undefined;
    },
    async save({ api_key, access_token, login_time }) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // In the same folder, because only there a rename is atomic.
      const draft = `${path}.${randomUUID()}.tmp`;
      const text = JSON.stringify({ api_key, access_token, login_time });
      try {
        // `flush`: after a power cut the new name must not stand on an empty file.
        await writeFile(draft, text, { mode: 0o600, flag: "wx", flush: true });
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    clear,
  };
}

function absent(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "";
  throw error;
}

function read(text: string): StoredToken | undefined {
  try {
    const { api_key, access_token, login_time } = JSON.parse(text);
    if (typeof api_key !== "string" || typeof access_token !== "string" || typeof login_time !== "string")
      return undefined;
    const time = new Date(login_time);
    return Number.isNaN(time.getTime()) ? undefined : { api_key, access_token, login_time: time };
  } catch {
    return undefined;
  }
}
