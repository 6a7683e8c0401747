import { KiteError } from "@kite/core";
import { Alarm } from "./alarm.ts";
import { Book } from "./book.ts";
import type { BookTools } from "./book-tools.ts";

interface Read {
  readonly book: Promise<Book>;
  readonly controller: AbortController;
  callers: number;
  /** When its request began. */
  begunAt: number;
}

/** The reads of one account's book: at most one under way, and one that begins after it. */
interface SharedReads {
  underWay?: Read | undefined;
  next?: Read | undefined;
}

/** Milliseconds for a read with its repetitions: a server that hangs must not use up the time of the looks after it. */
const patience = 15_000;

/** Milliseconds between the beginnings of two reads in a row, so that many who look at once leave the server time for their orders. */
const apart = 250;

/** By session, which every client of a login shares. */
const shared = new WeakMap<object, SharedReads>();

/**
 * Reads the order book. A hundred callers at once cost two requests at most: who comes while a read is under way shares
 * the one after it, because the one under way may have been answered before the caller's order was placed.
 *
 * Rejects like `getOrders`, and with the signal's reason.
 */
export async function readBook(tools: BookTools, signal: AbortSignal): Promise<Book> {
  signal.throwIfAborted();
  const { session } = tools.kite;
  const reads = shared.get(session) ?? {};
  shared.set(session, reads);
  reads.next ??= begin(tools, reads);
  const read = reads.next;
  read.callers += 1;
  try {
    return await untilAborted(read.book, signal);
  } finally {
    read.callers -= 1;
    if (read.callers === 0) abandon(reads, read);
  }
}

/** Makes the next read, which begins when the one under way is over, but not right on its heels. */
function begin({ kite, getOrders }: BookTools, reads: SharedReads): Read {
  const controller = new AbortController();
  const { signal } = controller;
  const before = reads.underWay;
  const request = async () => {
    if (before) await new Alarm().sleep(before.begunAt + apart - performance.now(), signal);
    signal.throwIfAborted();
    read.begunAt = performance.now();
    reads.underWay = read;
    reads.next = undefined;
    try {
      const { data } = await getOrders.raw(kite, { signal, deadline: patience });
      return new Book(rowsOf(data));
    } finally {
      reads.underWay = undefined;
    }
  };
  const book = (before?.book ?? Promise.resolve()).then(request, request);
  book.catch(() => {});
  const read: Read = { book, controller, callers: 0, begunAt: 0 };
  return read;
}

/** An answer that is no list says nothing, least of all that there are no orders; a row that is no object hides no other. */
function rowsOf(data: unknown): Record<string, unknown>[] {
  if (Array.isArray(data)) return data.filter((row) => typeof row === "object" && row !== null);
  throw new KiteError({ code: "MalformedAnswer", endpoint: "getOrders", message: "the server gave no list" });
}

/** Ends a read that nobody waits for. */
function abandon(reads: SharedReads, read: Read): void {
  read.controller.abort();
  if (reads.next === read) reads.next = undefined;
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
