import { invalidInput } from "@kite/core";
import { conclude } from "../confirm/conclude.ts";
import { checkOptions, type LookOptions } from "../confirm/confirm-options.ts";
import type { ConfirmResult } from "../confirm/confirm-result.ts";
import { teller } from "../confirm/confirm-stage.ts";
import { listen, newInquiry } from "../confirm/inquiry.ts";
import { defaultLooks, lookForOrder } from "../confirm/look-for-order.ts";
import type { BookTools } from "../wait/book-tools.ts";
import type { OrderIntent } from "./intent.ts";

const endpoint = "reconcileOrder";

/** The work of `reconcileOrder`, which loads it. */
export async function findIntent(tools: BookTools, intent: OrderIntent, options: LookOptions): Promise<ConfirmResult> {
  const { updates, onStage, looks = defaultLooks, signal = new AbortController().signal } = options;
  checkOptions(options, endpoint);
  const written = Date.parse(intent?.at);
  if (!intent?.id || !intent.params || Number.isNaN(written)) {
    throw invalidInput("intent", "must be an intent as it was written", endpoint);
  }
  const tell = teller(intent.id, onStage);
  const inquiry = newInquiry(tools, intent, tell);
  const forget = listen(inquiry, updates);
  try {
    await lookForOrder(inquiry, remaining(looks, Date.now() - written), signal).catch((reason) => {
      if (!signal.aborted) throw reason;
    });
    const result = await conclude(endpoint, intent, inquiry, undefined);
    tell({ stage: "done", outcome: result.outcome });
    return result;
  } finally {
    forget();
  }
}

/** The pauses of a search that has been going on for some time: one look at once, and those that are still to come. */
export function remaining(looks: readonly number[], elapsed: number): number[] {
  const pauses = [0];
  let now = Math.max(0, elapsed);
  let due = 0;
  for (const pause of looks) {
    due += pause;
    if (due <= now) continue;
    pauses.push(due - now);
    now = due;
  }
  return pauses;
}
