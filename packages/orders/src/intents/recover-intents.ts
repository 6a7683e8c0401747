import type { KiteClient } from "@kite/core";
import type { LookOptions } from "../confirm/confirm-options.ts";
import { bookTools } from "../wait/book-tools.ts";
import { load } from "../wait/load.ts";
import type { IntentLog } from "./intent.ts";
import type { RecoveredIntent } from "./recovered-intent.ts";

/**
 * Finds out what became of every order whose end was not noted, after a restart or a crash: to be done before new orders are placed. All
 * are looked for at once and share their reads of the book. Sends nothing else.
 *
 * Intents that ended as `placed` or `rejected` are closed in the log. Those that ended as `unknown` stay open for the next time; close
 * them with `log.resolve` when you have decided. The book is emptied overnight, so an intent of an earlier day is not found any more.
 *
 * @example
 * for (const { intent, result } of await recoverIntents(kite, log)) console.log(intent.id, result.outcome);
 */
export async function recoverIntents(
  kite: KiteClient,
  log: IntentLog,
  options: LookOptions = {},
): Promise<RecoveredIntent[]> {
  const { recover } = await load("recoverIntents", import("./recover.ts"));
  return recover({ kite, ...bookTools }, log, options);
}
