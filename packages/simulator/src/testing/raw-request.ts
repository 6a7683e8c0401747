import { request } from "node:http";
import type { Caller } from "./caller.ts";

/** What reached a client that speaks bare HTTP. */
export interface RawAnswer {
  /** Undefined when the connection ended before any answer. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  /** As much as arrived. */
  readonly text: string;
  /** Code of the error in which it ended; undefined when the answer was complete. */
  readonly error: string | undefined;
}

/** Posts a form with Node's own client, which tells exactly how an answer ended. */
export function rawPost(
  simulator: { readonly url: string },
  { headers }: Caller,
  path: string,
  form: Record<string, string>,
  signal?: AbortSignal,
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const body = new URLSearchParams(form).toString();
    const type = { "content-type": "application/x-www-form-urlencoded", "content-length": body.length };
    let text = "";
    let status: number | undefined;
    let answered: Readonly<Record<string, unknown>> = {};
    const end = (error?: NodeJS.ErrnoException): void =>
      resolve({ status, headers: answered, text, error: error?.code });
    const options = { method: "POST", agent: false, headers: { ...headers, ...type }, ...(signal && { signal }) };
    const sent = request(simulator.url + path, options, (response) => {
      status = response.statusCode;
      answered = response.headers;
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("error", end);
      response.on("end", () => end());
    });
    sent.on("error", end);
    sent.end(body);
  });
}
