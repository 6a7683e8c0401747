import type { Transport } from "./transport.ts";

/** Sends through the platform's `fetch`, looked up at each call, or the one given. */
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
    const answer = { status: response.status, headers: response.headers };
    const reader = response.body && readBody?.(response.status, response.headers);
    if (!reader || !response.body) return { ...answer, text: await response.text() };
    const chunks = response.body.getReader();
    for (let chunk = await chunks.read(); !chunk.done; chunk = await chunks.read()) reader.write(chunk.value);
    return { ...answer, text: "", ...reader.end() };
  };
}
