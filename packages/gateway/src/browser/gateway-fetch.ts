/** Settings of a page's way to its gateway. */
export interface GatewayFetchOptions {
  /** Where the gateway is mounted. Default `/kite`. */
  readonly path?: string;
  /** Replaces the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Makes a `fetch` for a page's client that puts the session's CSRF token into everything but GET. Reads need no such thing. The token
 * is asked for at the first write, and again after a login.
 *
 * @example
 * const kite = createKite({ environment: { root: "/kite" }, fetch: gatewayFetch() }).use(orders());
 */
export function gatewayFetch(options: GatewayFetchOptions = {}): typeof globalThis.fetch {
  const { path = "/kite", fetch = (input, init) => globalThis.fetch(input, init) } = options;
  let token: Promise<string | undefined> | undefined;

  const askForToken = async (signal: AbortSignal | null | undefined): Promise<string | undefined> => {
    const answer = await fetch(`${path}/session`, { headers: { accept: "application/json" }, signal: signal ?? null });
    const { data } = (await answer.json()) as { data?: { csrf_token?: string } };
    return data?.csrf_token;
  };

  return async (input, init = {}) => {
    const { method = "GET", signal } = init;
    if (method.toUpperCase() === "GET") return fetch(input, init);
    const asked = token ?? askForToken(signal);
    token = asked;
    // Without one the gateway refuses, and says what is missing; nothing is lost by asking anew next time.
    const csrf = await asked.catch(() => undefined);
    if (csrf === undefined && token === asked) token = undefined;
    const headers = new Headers(init.headers);
    if (csrf !== undefined) headers.set("x-csrf-token", csrf);
    const answer = await fetch(input, { ...init, headers });
    // Somebody else may have signed in in another tab.
    if (answer.status === 403 && token === asked) token = undefined;
    return answer;
  };
}
