import { createFetch } from "ofetch";
import type { Transport } from "./transport.ts";

/** Sends through the platform's `fetch`, or the one given. */
export function fetchTransport(fetch?: typeof globalThis.fetch): Transport {
  const send = createFetch({ fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)) });
  return async ({ url, method, headers, body, signal }) => {
    try {
      const response = await send.raw(url, {
        method,
        headers,
        body: body ?? null,
        signal: signal ?? null,
        // Its own retry would send a write twice, and its own parsing turns broken JSON into a value.
        retry: 0,
        responseType: "text",
        ignoreResponseError: true,
        // A 307 would send a write, and the token, to another place.
        redirect: "manual",
      });
      return { status: response.status, headers: response.headers, text: (response._data as string | undefined) ?? "" };
    } catch (error) {
      // Its error has the whole address in the message, and some addresses hold a token.
      throw error instanceof Error && error.name === "FetchError" ? error.cause : error;
    }
  };
}
