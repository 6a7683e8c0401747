import { appendFileSync } from "node:fs";
import type { IntentLog } from "../intents/intent.ts";

/** Notes in a file what goes through a log, for good: the log itself forgets what is done with. */
export function audited(log: IntentLog, path: string): IntentLog {
  const note = (entry: object) => appendFileSync(path, `${JSON.stringify(entry)}\n`);
  return {
    async write(intent) {
      await log.write(intent);
      note({ intent: intent.id });
    },
    resolve(id, outcome) {
      note({ resolved: id, ...outcome });
      return log.resolve(id, outcome);
    },
    open: () => log.open(),
  };
}
