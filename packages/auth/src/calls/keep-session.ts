import { type KiteClient, KiteError } from "@kite/core";
import { requireApiKey } from "../api-key.ts";
import { isAlive, type TokenStore } from "../store/token-store.ts";

export interface KeepSessionOptions {
  /** Hears of a token that could not be saved, or cleared, later on. Default: `console.warn` with the error's message. */
  readonly onError?: ((error: KiteError) => void) | undefined;
}

/**
 * Carries a login over to the next start: loads the stored token into the client, and from then on saves each new token and
 * clears the store after a logout. Tells whether a token was loaded.
 *
 * A token is loaded when it was made for this client's app and 06:00 IST has not passed since; whether the server still takes
 * it, `validateSession` tells. A client that has a token keeps that one: nothing is loaded, and the answer is false.
 *
 * Throws `StoreFailed` when the store cannot be read; then nothing will be saved either, and it can be called again.
 *
 * @example
 * const kept = await keepSession(kite, fileTokenStore(path));
 * if (!kept || !(await validateSession(kite))) await logIn();
 */
export async function keepSession(
  kite: KiteClient,
  store: TokenStore,
  options: KeepSessionOptions = {},
): Promise<boolean> {
  const api_key = requireApiKey(kite, "keepSession");
  const { onError = (error: KiteError) => console.warn(error.message) } = options;
  const { session } = kite;
  const before = session.accessToken;
  const stored = await loadAlive(store);

  // A login may have ended while the store was read: the newer token stays.
  const current = session.accessToken;
  const loaded = current === undefined && stored?.api_key === api_key;
  if (loaded) session.setAccessToken(stored.access_token);

  let writing = Promise.resolve();
  const write = (access_token: string | undefined) => {
    const login_time = new Date();
    // One after the other: a logout right after a login must not be overtaken.
    writing = writing
      .then(() => (access_token ? store.save({ api_key, access_token, login_time }) : store.clear()))
      .catch((error) =>
        onError(storeFailed(access_token ? "save the new token" : "clear the old token", error, access_token)),
      )
      // A handler that throws has had its say; an unhandled rejection would end the process.
      .catch(() => {});
  };
  session.onChange(write);
  if (current !== undefined && current !== before) write(current);
  return loaded;
}

async function loadAlive(store: TokenStore) {
  try {
    const stored = await store.load();
    if (!stored || isAlive(stored)) return stored;
    await store.clear();
    return undefined;
  } catch (error) {
    throw storeFailed("load the token", error);
  }
}

/** Quotes the store's error instead of carrying it along: a database's error shows the values of the statement that failed. */
function storeFailed(what: string, error: unknown, access_token?: string): KiteError {
  // JSON.parse quotes the text it fails at, and that is a token more often than not.
  const hidden = error instanceof SyntaxError;
  const reason = hidden ? "it holds something unreadable" : error instanceof Error ? error.message : String(error);
  const shown = access_token ? reason.replaceAll(access_token, "***") : reason;
  return new KiteError({
    code: "StoreFailed",
    endpoint: "keepSession",
    message: `the store could not ${what}: ${shown}`,
  });
}
