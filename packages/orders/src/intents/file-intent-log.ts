import { mkdir, open, rename, rm, truncate } from "node:fs/promises";
import { dirname } from "node:path";
import { requireText } from "@kite/core";
import type { IntentLog, OrderIntent } from "./intent.ts";
import { readIntentLines } from "./intent-lines.ts";

/** Lines after which the file is written anew, if most of them are done with. */
const longest = 1_000;

interface Waiting {
  readonly line: string;
  /** What the line means for the intents that are open. */
  readonly apply: (intents: Map<string, OrderIntent>) => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Keeps intents in a file that only its owner can read (mode 0600; Windows ignores modes), one line of JSON each. A missing folder is made
 * for the owner alone (0700). A line is on the disk before `write` resolves: it survives a crash of the program and of the machine. Lines
 * that are done with are swept out now and then.
 *
 * One process at a time: two would not see each other's lines. The last line may be torn by a crash: its order was not sent. Any other
 * line that cannot be read makes every call reject with `IntentLogDamaged`, and nothing is sent until somebody has looked. Otherwise calls
 * reject with Node's own errors: no permission, no space.
 *
 * @example
 * const log = fileIntentLog(`${homedir()}/.kite/intents.jsonl`);
 * await recoverIntents(kite, log);
 * await placeAndConfirm(kite, order, { intents: log });
 */
export function fileIntentLog(path: string): IntentLog {
  requireText("path", path);
  /** What the file says, once it has been read. */
  let intents: Map<string, OrderIntent> | undefined;
  let lines = 0;
  /** Bytes of its lines, by what is known here. */
  let size = 0;
  let isTorn = false;
  let waiting: Waiting[] = [];
  let isWriting = false;
  let reading: Promise<Map<string, OrderIntent>> | undefined;

  const load = async (): Promise<Map<string, OrderIntent>> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const found = await readIntentLines(path);
    ({ lines, size, isTorn } = found);
    intents = found.intents;
    return intents;
  };
  const loaded = (): Promise<Map<string, OrderIntent>> => {
    reading ??= load().finally(() => {
      // A failure is told to those who asked, and the next one tries again.
      if (!intents) reading = undefined;
    });
    return reading;
  };

  const append = async (text: string): Promise<void> => {
    // Looked at anew: whole lines may have come behind what was torn when it was read, of a process that should not be there.
    const found = isTorn ? await readIntentLines(path) : undefined;
    if (found?.isTorn) await truncate(path, found.size);
    isTorn = true;
    await writeThrough(path, "a", text);
    isTorn = false;
    size += Buffer.byteLength(text);
  };
  /** Replaces the file by one with the open intents alone: those that stand in it, so that no line of another process is lost. */
  const sweep = async (): Promise<void> => {
    const open = [...(await readIntentLines(path)).intents.values()];
    const text = open.map(intentLine).join("");
    const draft = `${path}.tmp`;
    await rm(draft, { force: true });
    await writeThrough(draft, "wx", text);
    await rename(draft, path);
    await syncFolder(path);
    lines = open.length;
    size = Buffer.byteLength(text);
  };
  /** Writes what waits, all of it at once, until nothing does: one trip to the disk for orders that come together. */
  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const known = await loaded();
        // What cannot be swept today is swept another day.
        if (lines >= longest && lines > 4 * known.size) await sweep().catch(() => {});
        const isNew = size === 0;
        await append(batch.map(({ line }) => line).join(""));
        if (isNew) await syncFolder(path);
        lines += batch.length;
        for (const { apply, done } of batch) {
          apply(known);
          done();
        }
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    isWriting = false;
  };
  const write = (line: string, apply: Waiting["apply"]): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ line, apply, done, failed });
      if (!isWriting) void writeAll();
    });

  return {
    write: (intent) => write(intentLine(intent), (open) => open.set(intent.id, intent)),
    resolve: (id, outcome) => write(`${JSON.stringify({ resolved: id, ...outcome })}\n`, (open) => open.delete(id)),
    open: async () => [...(await loaded()).values()],
  };
}

const intentLine = (intent: OrderIntent): string => `${JSON.stringify({ intent })}\n`;

/** Writes a text and waits until the disk has it. */
async function writeThrough(path: string, flag: "a" | "wx", text: string): Promise<void> {
  const file = await open(path, flag, 0o600);
  try {
    await file.appendFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a new name in a folder survive a power cut. Windows has no such thing. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), "r").catch(() => undefined);
  try {
    await folder?.sync().catch(() => {});
  } finally {
    await folder?.close();
  }
}
