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
      return unpack(await readHashed(fileOf(folder, name)).catch(absent), name);
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

/** The content of a file, and the hash of what comes after its first line. */
interface Hashed {
  readonly content: Uint8Array;
  readonly sum: number;
}

/** Bytes read at once. The 512 kB of `readFile` take twice as long as the whole file in one go. */
const pieceLength = 4_194_304;

/** Reads a file, and hashes a piece of it while the next one is on its way. */
async function readHashed(file: string): Promise<Hashed> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const content = Buffer.allocUnsafeSlow(size);
    let [length, start, sum] = [0, -1, 0];
    let reading = handle.read(content, 0, Math.min(pieceLength, size), 0);
    for (let bytesRead = (await reading).bytesRead; bytesRead > 0; bytesRead = (await reading).bytesRead) {
      const piece = content.subarray(length, length + bytesRead);
      length += bytesRead;
      reading = handle.read(content, length, Math.min(pieceLength, size - length), length);
      const end = start === -1 ? piece.indexOf(10) : -1;
      if (end !== -1) start = length - bytesRead + end + 1;
      if (start !== -1) sum = crc32(piece.subarray(end + 1), sum);
    }
    return { content: content.subarray(0, length), sum };
  } finally {
    await handle.close();
  }
}

/** A line of JSON that describes and proves the bytes, then the bytes, at a place where typed arrays can begin. */
function pack({ name, format, downloadedAt, bytes }: StoredInstruments): Uint8Array[] {
  const head = JSON.stringify({ name, format, downloadedAt, length: bytes.length, crc32: crc32(bytes) });
  return [Buffer.from(`${head.padEnd(Math.ceil((head.length + 1) / 8) * 8 - 1)}\n`), bytes];
}

function unpack(file: Hashed | undefined, wanted: string): StoredInstruments | undefined {
  if (!file) return undefined;
  const { content, sum } = file;
  const end = content.indexOf(10);
  try {
    const {
      name,
      format,
      downloadedAt,
      length,
      crc32: expected,
    } = JSON.parse(new TextDecoder().decode(content.subarray(0, end)));
    const bytes = content.subarray(end + 1);
    const time = new Date(downloadedAt);
    const fits = name === wanted && typeof format === "string" && !Number.isNaN(time.getTime());
    // A cryptographic hash would take as long as reading the file and all else together.
    const isWhole = length === bytes.length && sum === expected;
    return fits && isWhole ? { name, format, downloadedAt: time, bytes } : undefined;
  } catch {
    return undefined;
  }
}
