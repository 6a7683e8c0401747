import { invalidInput, isKiteError, KiteError } from "@kite/core";
import type { Order } from "@kite/models";
import { Alarm } from "./alarm.ts";
import { orderFrom, readRow } from "./book-row.ts";
import type { BookTools } from "./book-tools.ts";
import { readBook } from "./read-book.ts";
import type { OrderWish, WaitForOrderOptions } from "./wait-options.ts";

const endpoint = "waitForOrder";

/** Milliseconds without the order in the book, after which it is taken for lost. Orders surface up to 90 seconds late. */
const patience = 120_000;
/** Refusals in a row that end the wait: enough for a hook to fetch the next token. */
const mostRefusals = 3;

const wishes = {
  filled: (order: Order) => order.status === "COMPLETE" || order.filled_quantity >= order.quantity,
  "partly-filled": (order: Order) => order.filled_quantity > 0,
} as const;

/** The work of `waitForOrder`, which loads it. */
export async function awaitOrder(tools: BookTools, order_id: string, options: WaitForOrderOptions): Promise<Order> {
  const { compareProgress, isTerminal, mergeOrder } = tools;
  const { until = "terminal", updates, signal, deadline, poll = updates ? 30_000 : 1_000 } = options;
  if (typeof order_id !== "string" || order_id === "") throw invalidInput("order_id", "must be a text", endpoint);
  const isReached = wishOf(until, isTerminal);
  requireMilliseconds("poll", poll);
  if (deadline !== undefined) requireMilliseconds("deadline", deadline);

  let known: Order | undefined;
  const failed = (code: string, message: string, cause?: unknown) =>
    new KiteError({ code, endpoint, message: `${message}; ${standing(known)}`, cause, answer: known });
  const over = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let forget: (() => void) | undefined;
  const stop = () => over.abort(failed("Aborted", "aborted by the caller", signal?.reason));

  try {
    return await new Promise<Order>((resolve, reject) => {
      over.signal.addEventListener("abort", () => reject(over.signal.reason), { once: true });
      if (signal?.aborted) return stop();
      signal?.addEventListener("abort", stop, { once: true });
      // A timer of more than 24 days would fire at once.
      if (deadline !== undefined && deadline < 2 ** 31) {
        timer = setTimeout(() => over.abort(failed("Timeout", `not there after ${deadline} ms`)), deadline);
      }
      const learn = (order: Order) => {
        known = order;
        if (isReached(known)) resolve(known);
        else if (isTerminal(known)) reject(failed("OrderEnded", "it is finished, and what was waited for cannot come"));
      };
      forget = updates?.on("order", ({ order }) => {
        if (order.order_id !== order_id) return;
        const news = orderFrom(order);
        attempt(() => learn(known ? mergeOrder(known, news) : news), reject);
      });
      // Of two equally far states the book's is right: a change of price within the same second shows in nothing else.
      const fromBook = (order: Order) => learn(known && compareProgress(known, order) > 0 ? known : order);
      watch(tools, order_id, poll, over.signal, fromBook, failed).catch(reject);
    });
  } finally {
    forget?.();
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    over.abort();
  }
}

/** Reads the book until the signal fires, and hands on the order each time. */
async function watch(
  tools: BookTools,
  order_id: string,
  poll: number,
  signal: AbortSignal,
  learn: (order: Order) => void,
  failed: (code: string, message: string) => KiteError,
): Promise<never> {
  const alarm = new Alarm();
  let lastSeen = performance.now();
  let refusals = 0;
  for (;;) {
    const row = await readBook(tools, signal).then(
      (book) => {
        refusals = 0;
        return book.withId(order_id)[0] ?? "absent";
      },
      (error: unknown) => {
        refusals += isKiteError(error) && !error.retryable ? 1 : 0;
        if (refusals === mostRefusals || signal.aborted) throw error;
      },
    );
    if (row === "absent" && performance.now() - lastSeen >= patience) {
      throw failed("OrderNotFound", `the book has not shown order ${order_id} for ${patience / 1_000} s`);
    }
    if (typeof row === "object") {
      lastSeen = performance.now();
      learn(await readRow(tools, row));
    }
    await alarm.sleep(poll, signal);
  }
}

function wishOf(until: OrderWish, isTerminal: BookTools["isTerminal"]): (order: Order) => boolean {
  if (typeof until === "function") return until;
  if (until === "terminal") return isTerminal;
  if (Object.hasOwn(wishes, until)) return wishes[until];
  throw invalidInput("until", "must be terminal, filled, partly-filled or a function", endpoint);
}

function requireMilliseconds(field: string, value: number): void {
  if (!(value > 0)) throw invalidInput(field, `must be a number of milliseconds above 0, got ${value}`, endpoint);
}

/** A caller's function that throws ends the wait with what it throws, and not the stream. */
function attempt(work: () => void, reject: (error: unknown) => void): void {
  try {
    work();
  } catch (error) {
    reject(error);
  }
}

const standing = (order: Order | undefined): string =>
  order
    ? `the order stands as ${order.status} with ${order.filled_quantity} of ${order.quantity} filled`
    : "the order has not been seen";
