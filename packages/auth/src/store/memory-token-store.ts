import { isAlive, type StoredToken, type TokenStore } from "./token-store.ts";

/** Keeps a token in this process: to hand a login from one client to another, and in tests. */
export function memoryTokenStore(): TokenStore {
  let kept: StoredToken | undefined;
  return {
    async load() {
      if (kept && !isAlive(kept)) kept = undefined;
      return kept;
    },
    async save({ api_key, access_token, login_time }) {
      kept = { api_key, access_token, login_time };
    },
    async clear() {
      kept = undefined;
    },
  };
}
