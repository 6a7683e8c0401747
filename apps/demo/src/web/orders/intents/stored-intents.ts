import type { IntentLog, OrderIntent } from "@kite/orders";
import { intentKey, intentKeys } from "./intent-keys.ts";

/** Milliseconds after which a page knows what another one has stored: that does not come by the way on which locks are given on. */
const NEWS_MS = 250;

/** An intent log in the browser's storage, which all tabs share. */
export interface StoredIntents extends IntentLog {
  /**
   * Waits until no page has an intent in hand any more, and takes it in hand. Gives undefined when its end was noted by then: the page
   * that sent it is still there, or was for long enough.
   */
  takeOver(tag: string): Promise<OrderIntent | undefined>;
}

/**
 * Makes the log of an account. What is written survives a tab that is closed, or crashes; each intent has a key of its own, so that tabs
 * do not overwrite each other.
 *
 * A page has an intent in hand, by a lock of the browser, from before it is written until it is resolved. The browser gives the lock on
 * when the page is gone, however it went: so nobody judges an order that another page is still placing, and two pages do not
 * look for the same one.
 */
export function storedIntents(user_id: string, storage: Storage, locks: LockManager): StoredIntents {
  /** What lets go of those that are in hand. */
  const held = new Map<string, () => void>();
  const take = async (tag: string) => void held.set(tag, await hold(locks, intentKey(user_id, tag)));
  const letGo = (tag: string) => {
    held.get(tag)?.();
    held.delete(tag);
  };
  return {
    async write(intent) {
      await take(intent.id);
      try {
        storage.setItem(intentKey(user_id, intent.id), JSON.stringify(intent));
      } catch (error) {
        letGo(intent.id);
        throw error;
      }
    },
    resolve(tag) {
      storage.removeItem(intentKey(user_id, tag));
      letGo(tag);
    },
    open: () =>
      intentKeys(storage, user_id)
        .flatMap((key) => readIntent(storage.getItem(key)) ?? [])
        .sort((one, other) => Date.parse(one.at) - Date.parse(other.at)),
    async takeOver(tag) {
      await take(tag);
      await new Promise((resolve) => setTimeout(resolve, NEWS_MS));
      const intent = readIntent(storage.getItem(intentKey(user_id, tag)));
      if (!intent) letGo(tag);
      return intent;
    },
  };
}

/** Gets a lock, and gives what lets go of it. */
const hold = (locks: LockManager, name: string): Promise<() => void> =>
  new Promise((resolve, reject) => {
    locks.request(name, () => new Promise<void>((letGo) => resolve(letGo))).catch(reject);
  });

/** Undefined for what is no intent. The browser stores a value whole or not at all, so it is none of ours. */
function readIntent(text: string | null): OrderIntent | undefined {
  if (text === null) return undefined;
  try {
    const intent: OrderIntent = JSON.parse(text);
    return typeof intent.id === "string" && typeof intent.params === "object" && !Number.isNaN(Date.parse(intent.at))
      ? intent
      : undefined;
  } catch {
    return undefined;
  }
}

const logs = new Map<string, StoredIntents>();

/** The log of an account on this page. */
export function intentsOf(user_id: string): StoredIntents {
  const log = logs.get(user_id) ?? storedIntents(user_id, localStorage, navigator.locks);
  logs.set(user_id, log);
  return log;
}
