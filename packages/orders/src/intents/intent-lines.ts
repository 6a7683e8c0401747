import { readFile } from "node:fs/promises";
import { KiteError } from "@kite/core";
import type { OrderIntent } from "./intent.ts";

/** What the file of an intent log says. */
export interface IntentLines {
  /** Those that are open, oldest first. */
  readonly intents: Map<string, OrderIntent>;
  readonly lines: number;
  /** Bytes of the whole lines. */
  readonly size: number;
  /** There is a piece of a line after them. */
  readonly isTorn: boolean;
}

/** Reads the lines of an intent log; a file that is missing has none. Throws `IntentLogDamaged` for a whole line that is no entry. */
export async function readIntentLines(path: string): Promise<IntentLines> {
  const content = await readFile(path).catch(absent);
  // What a crash has cut off has no end of line; it may end within a character too.
  const size = content.lastIndexOf("\n") + 1;
  const lines = content.subarray(0, size).toString("utf8").split("\n").slice(0, -1);
  const intents = new Map<string, OrderIntent>();
  for (const [index, line] of lines.entries()) {
    const { intent, resolved } = readLine(line) ?? {};
    if (typeof resolved === "string") intents.delete(resolved);
    else if (isIntent(intent)) intents.set(intent.id, intent);
    else throw damaged(path, index + 1);
  }
  return { intents, lines: lines.length, size, isTorn: size < content.length };
}

function readLine(line: string): { readonly intent?: unknown; readonly resolved?: unknown } | undefined {
  try {
    return JSON.parse(line) ?? undefined;
  } catch {
    return undefined;
  }
}

function isIntent(value: unknown): value is OrderIntent {
  const { id, params, at } = (value ?? {}) as Partial<OrderIntent>;
  return (
    typeof id === "string" && typeof params === "object" && params !== null && !Number.isNaN(Date.parse(String(at)))
  );
}

const damaged = (path: string, line: number): KiteError =>
  new KiteError({
    code: "IntentLogDamaged",
    endpoint: "fileIntentLog",
    message: `${path}:${line} is no entry; an order may hide behind it: look at the order book, then move the file away`,
    outcome: "not-sent",
  });

function absent(error: NodeJS.ErrnoException): Buffer {
  if (error.code === "ENOENT") return Buffer.alloc(0);
  throw error;
}
