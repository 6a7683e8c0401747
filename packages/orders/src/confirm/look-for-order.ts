import { readBook } from "../wait/read-book.ts";
import { type Inquiry, noteSight } from "./inquiry.ts";

/** Milliseconds before each look at the book, one after the other: two minutes in all. Orders surface up to 90 seconds late. */
export const defaultLooks: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

/**
 * Looks at the book after each of the pauses, until it has shown the order and how the risk system and the exchange decided. A look that
 * fails is not the end. Rejects with the signal's reason alone.
 */
export async function lookForOrder(inquiry: Inquiry, pauses: readonly number[], signal: AbortSignal): Promise<void> {
  const { trail, tell, alarm } = inquiry;
  let due = performance.now();
  for (const [index, pause] of pauses.entries()) {
    due += pause;
    let wasRungFor = true;
    while (wasRungFor) {
      wasRungFor = await alarm.sleep(due - performance.now(), signal);
      if (trail.isSettled) return;
      const left = due - performance.now();
      const next = wasRungFor ? left : left + (pauses[index + 1] ?? Number.NaN);
      const nextAt = Number.isNaN(next) ? undefined : new Date(Date.now() + Math.max(0, next));
      tell({ stage: "looking", look: index + 1, of: pauses.length, nextAt });
      await look(inquiry, signal);
      if (trail.isSettled) return;
    }
  }
}

async function look(inquiry: Inquiry, signal: AbortSignal): Promise<void> {
  const { tools, trail, facts, tell } = inquiry;
  try {
    inquiry.book = await readBook(tools, signal);
    const wasSeen = trail.orders.length > 0;
    await trail.learnBook(inquiry.book);
    facts.looks += 1;
    facts.lastLookAt = new Date();
    noteSight(inquiry, wasSeen, "book");
  } catch (error) {
    signal.throwIfAborted();
    facts.failedLooks += 1;
    inquiry.lookFailure = error;
    tell({ stage: "look-failed", error });
  }
}
