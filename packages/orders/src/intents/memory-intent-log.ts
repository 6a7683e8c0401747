import type { IntentLog, OrderIntent } from "./intent.ts";

/** Makes a log that lives as long as the process: for tests, and to see which orders are still in doubt. */
export function memoryIntentLog(): IntentLog {
  const intents = new Map<string, OrderIntent>();
  return {
    write: (intent) => void intents.set(intent.id, intent),
    resolve: (id) => void intents.delete(id),
    open: () => [...intents.values()],
  };
}
