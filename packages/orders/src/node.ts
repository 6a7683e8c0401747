export { fileDayStore } from "./budget/file-day-store.ts";
export { fileIntentLog } from "./intents/file-intent-log.ts";
