import { csrfHeader, csrfRefused } from "../http/csrf-header.ts";

/** Settings of a page's way to its gateway. */
export interface GatewayFetchOptions {
  /** Where the gateway is mounted. Default `/kite`. */
  readonly path?: string;
  /** Replaces the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/** What a write has to carry, and whose session it is of. */
interface WriteToken {
  readonly csrf: string;
  readonly user_id: string | undefined;
}

/**
 * Makes a `fetch` for a page's client that puts the session's CSRF token into everything but GET. Reads need no such thing. The token
 * is asked for with the first answer, so that the page belongs to whose figures it shows. After another login it is another one: a write that the gateway refuses for its token, before it
 * was sent to Kite, is repeated once with the new one. Nothing else is ever repeated, and nothing on somebody else's account.
 *
 * @example
 * const kite = createKite({ environment: { root: "/kite" }, fetch: gatewayFetch() }).use(orders());
 */
export function gatewayFetch(options: GatewayFetchOptions = {}): typeof globalThis.fetch {
  const { path = "/kite", fetch = (input, init) => globalThis.fetch(input, init) } = options;
  let token: Promise<WriteToken | undefined> | undefined;

  const askForToken = async (signal: AbortSignal | null | undefined): Promise<WriteToken | undefined> => {
    const answer = await fetch(`${path}/session`, { headers: { accept: "application/json" }, signal: signal ?? null });
    const { data } = (await answer.json()) as { data?: { csrf_token?: string; user_id?: string } };
    return data?.csrf_token === undefined ? undefined : { csrf: data.csrf_token, user_id: data.user_id };
  };

  /**
   * Gives the token that is known, or a new one of the same account in place of `refused`; undefined when there is none to be had.
   * The refused one is kept then: it says whose page this is, at the next write too.
   */
  const tokenFor = (signal: RequestInit["signal"], refused?: typeof token): Promise<WriteToken | undefined> => {
    if (token !== undefined && token !== refused) return token;
    const asked: Promise<WriteToken | undefined> = askForToken(signal)
      // Without one the gateway refuses, and says what is missing.
      .catch(() => undefined)
      .then(async (found) => {
        const owner = await refused;
        if (found && (!owner || owner.user_id === found.user_id)) return found;
        if (token === asked) token = refused;
        return undefined;
      });
    token = asked;
    return asked;
  };

  return async (input, init = {}) => {
    const { method = "GET", signal, body } = init;
    if (method.toUpperCase() === "GET") {
      const answer = await fetch(input, init);
      // Not before the first write: somebody else may have signed in in another tab by then.
      if (answer.ok && token === undefined) void tokenFor(undefined);
      return answer;
    }
    const send = (found: WriteToken | undefined): Promise<Response> => {
      const headers = new Headers(init.headers);
      if (found) headers.set(csrfHeader, found.csrf);
      return fetch(input, { ...init, headers });
    };
    const asked = tokenFor(signal);
    const first = await asked;
    const answer = await send(first);
    // A body that is a stream has been read.
    if (answer.headers.get(csrfHeader) !== csrfRefused || body instanceof ReadableStream) return answer;
    // Somebody has signed in again. If it is somebody else, this write was meant for another account.
    const second = await tokenFor(signal, asked);
    if (!second || second.csrf === first?.csrf) return answer;
    await answer.body?.cancel();
    return send(second);
  };
}
