const prefix = "kite-demo-intent";

/** Names an intent in the browser's storage, and the lock of the page that has it in hand. */
export const intentKey = (user_id: string, tag: string): string => `${prefix} ${user_id} ${tag}`;

/** Tells whether a key is that of an intent of this user. */
export const isIntentKey = (key: string | null, user_id: string): key is string =>
  key?.startsWith(intentKey(user_id, "")) ?? false;

/** The intents of a user that are written down, by key. */
export const intentKeys = (storage: Storage, user_id: string): string[] =>
  Array.from(storage, (_, index) => storage.key(index)).filter((key) => isIntentKey(key, user_id));
