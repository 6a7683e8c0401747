import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
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
      return unpack(await readWhole(fileOf(folder, name)).catch(absent), name);
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

/** In one go: the 512 kB at a time of `readFile` take twice as long. */
async function readWhole(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(size), 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A line of JSON that describes and proves the bytes, then the bytes, at a place where typed arrays can begin. */
function pack({ name, format, downloadedAt, bytes }: StoredInstruments): Uint8Array[] {
  const head = JSON.stringify({ name, format, downloadedAt, length: bytes.length, crc32: crc32(bytes) });
  return [Buffer.from(`${head.padEnd(Math.ceil((head.length + 1) / 8) * 8 - 1)}\n`), bytes];
}

function unpack(content: Uint8Array | undefined, wanted: string): StoredInstruments | undefined {
  if (!content) return undefined;
  const end = content.indexOf(10);
  try {
    const {
      name,
      format,
      downloadedAt,
      length,
      crc32: sum,
    } = JSON.parse(new TextDecoder().decode(content.subarray(0, end)));
    const bytes = content.subarray(end + 1);
    const time = new Date(downloadedAt);
    const fits = name === wanted && typeof format === "string" && !Number.isNaN(time.getTime());
    // A cryptographic hash would take as long as reading the file and all else together.
    const isWhole = length === bytes.length && sum === crc32(bytes);
    return fits && isWhole ? { name, format, downloadedAt: time, bytes } : undefined;
  } catch {
    return undefined;
  }
}
