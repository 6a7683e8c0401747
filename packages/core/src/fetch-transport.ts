import type { Transport } from "./transport.ts";

/**
 * Sends through the platform's `fetch`, looked up at each call, or the one given.
 *
 * One repetition cannot be taken from it: after a 421, with which a server says that it has done nothing with a request because it is not
 * for it, `fetch` sends the request again over a new connection (RFC 9110, 15.5.20). `nodeTransport` does not.
 */
export function fetchTransport(fetch?: typeof globalThis.fetch): Transport {
  return async ({ url, method, headers, body, signal, readBody }) => {
    const response = await (fetch ?? globalThis.fetch)(url, {
      method,
      headers,
      body: body ?? null,
      signal: signal ?? null,
      // A 307 would send a write, and the token, to another place.
      redirect: "manual",
    });
    const { status, headers: answered, body: stream } = response;
    const read = stream && readBody?.(status, answered);
    return { status, headers: answered, text: "", ...(read ? await read(stream) : { text: await response.text() }) };
  };
}
