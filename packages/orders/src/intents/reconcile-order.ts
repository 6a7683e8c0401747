import type { KiteClient } from "@kite/core";
import type { LookOptions } from "../confirm/confirm-options.ts";
import type { ConfirmResult } from "../confirm/confirm-result.ts";
import { bookTools } from "../wait/book-tools.ts";
import { load } from "../wait/load.ts";
import type { OrderIntent } from "./intent.ts";

/**
 * Finds out what became of an order that was sent, or was about to be: `placed`, `rejected` or `unknown`. Sends nothing but reads of the
 * book, at once and then at the times that are left of the two minutes since the intent was written.
 *
 * Orders are matched by the intent's tag. When there are several, all of them are in `orders`. `rejected` needs a row of the book that says
 * so: an order that the server refused at the door before the crash, and one that was never sent, are `unknown` too, because the
 * book does not tell them from one that is late.
 *
 * @example
 * const result = await reconcileOrder(kite, intent);
 */
export async function reconcileOrder(
  kite: KiteClient,
  intent: OrderIntent,
  options: LookOptions = {},
): Promise<ConfirmResult> {
  const { findIntent } = await load("reconcileOrder", import("./find-intent.ts"));
  return findIntent({ kite, ...bookTools }, intent, options);
}
