import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { requireText } from "@kite/core";
import { formatIstDate } from "@kite/models";
import { type DayStore, type DayUse, isDayUse } from "./day-store.ts";

/**
 * Keeps the day's count of orders in a file. A missing folder is made. The file is replaced as a whole, and is on the disk before the order
 * leaves: after a crash or a power cut it holds at least what was sent.
 *
 * One process and account a file. What is no count of this store counts as nothing when the file was last written on an earlier day. One
 * written today makes `load` throw: orders were placed, and nobody knows how many. Delete the file after a look at the order book.
 * `load` and `save` fail with Node's own errors too: no permission, no space.
 *
 * @example
 * const budget = createOrderBudget({ store: fileDayStore(`${homedir()}/.kite/orders-XX0000.json`) });
 */
export function fileDayStore(path: string): DayStore {
  requireText("path", path);
  return {
    // At once: a program reads it when it starts, and what is left is known from then on.
    load(): DayUse | undefined {
      try {
        return read(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
    async save({ date, used }) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // In the same folder, because only there a rename is atomic.
      const draft = `${path}.${randomUUID()}.tmp`;
      try {
        // `flush`: after a power cut the new name must not stand on an empty file.
        await writeFile(draft, JSON.stringify({ date, used }), { mode: 0o600, flag: "wx", flush: true });
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}

function read(path: string): DayUse | undefined {
  const use = parse(readFileSync(path, "utf8"));
  if (isDayUse(use)) return use;
  if (formatIstDate(statSync(path).mtime) < formatIstDate(new Date())) return undefined;
  throw new Error(`${path} was written today and is no count of orders: look at the order book, then delete the file`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
