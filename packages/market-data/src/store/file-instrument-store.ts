import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { invalidInput, requireText } from "@kite/core";
import type { InstrumentStore, StoredInstruments } from "./instrument-store.ts";

/**
 * Keeps instrument lists in a folder, one file each; a missing folder is made. A file is replaced as a whole: another process
 * reads the old list or the new one. What was cut or changed on the disk counts as nothing stored.
 *
 * `load` and `save` reject with Node's own errors: no permission, no space.
 *
 * @example
 * const instruments = await loadInstruments(kite, { store: fileInstrumentStore(".cache/kite") });
 */
export function fileInstrumentStore(folder: string): InstrumentStore {
  requireText("folder", folder);
  return {
    async load(name) {
      return unpack(await readFile(fileOf(folder, name)).catch(absent), name);
    },
    async save(list) {
      const file = fileOf(folder, list.name);
      await mkdir(folder, { recursive: true });
      // In the same folder, because only there a rename is atomic.
      const draft = `${file}.${randomUUID()}.tmp`;
      try {
        // `flush`: after a power cut the new name must not stand on an empty file.
        await writeFile(draft, pack(list), { flag: "wx", flush: true });
        await rename(draft, file);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}

function fileOf(folder: string, name: string): string {
  if (!/^[A-Z]+$/.test(name)) throw invalidInput("name", `must be capitals, got ${JSON.stringify(name)}`);
  return join(folder, `instruments-${name}.kite`);
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A line of JSON that describes and proves the bytes, then the bytes. */
function pack({ name, format, downloadedAt, bytes }: StoredInstruments): Uint8Array {
  const head = JSON.stringify({ name, format, downloadedAt, sha256: hashOf(bytes) });
  return Buffer.concat([Buffer.from(`${head}\n`), bytes]);
}

function unpack(content: Buffer | undefined, wanted: string): StoredInstruments | undefined {
  if (!content) return undefined;
  const end = content.indexOf("\n");
  try {
    const { name, format, downloadedAt, sha256 } = JSON.parse(content.toString("utf8", 0, end));
    const bytes = content.subarray(end + 1);
    const time = new Date(downloadedAt);
    const whole = name === wanted && typeof format === "string" && !Number.isNaN(time.getTime());
    return whole && hashOf(bytes) === sha256 ? { name, format, downloadedAt: time, bytes } : undefined;
  } catch {
    return undefined;
  }
}
