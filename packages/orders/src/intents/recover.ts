import type { LookOptions } from "../confirm/confirm-options.ts";
import { teller } from "../confirm/confirm-stage.ts";
import type { BookTools } from "../wait/book-tools.ts";
import { findIntent } from "./find-intent.ts";
import type { IntentLog } from "./intent.ts";
import type { RecoveredIntent } from "./recovered-intent.ts";
import { resolveIntent } from "./resolve-intent.ts";

/** The work of `recoverIntents`, which loads it. */
export async function recover(tools: BookTools, log: IntentLog, options: LookOptions): Promise<RecoveredIntent[]> {
  const intents = await log.open();
  return Promise.all(
    intents.map(async (intent) => {
      const result = await findIntent(tools, intent, options);
      await resolveIntent(log, intent, result, teller(intent.id, options.onStage));
      return { intent, result };
    }),
  );
}
