import { createClient, type KiteClient, type KiteError, type KiteSettings, type Layer } from "@kite/core";
import { type Answer, type AnsweringServer, answering, type ReceivedRequest } from "@kite/testing";

/** A client, the server it talks to, and what the client warned of. */
export interface Serving {
  readonly kite: KiteClient;
  readonly server: AnsweringServer;
  readonly warnings: readonly string[];
}

/** Starts a server that gives these answers in order, or asks a function for each, and a bare client for it. */
export async function serving(
  answers: readonly [Answer, ...Answer[]] | ((request: ReceivedRequest) => Answer),
  settings: KiteSettings = {},
  ...layers: Layer[]
): Promise<Serving> {
  const server = await (typeof answers === "function" ? answering(answers) : answering(...answers));
  const warnings: string[] = [];
  const onWarning = (message: string) => void warnings.push(message);
  const { environment } = server;
  const kite = createClient({ apiKey: "key", accessToken: "access", environment, onWarning, ...settings }, ...layers);
  return { kite, server, warnings };
}

/** The success envelope, as an answer. */
export const succeeding = (data: unknown): Answer => ({ json: { status: "success", data } });

/** The error envelope, as an answer. */
export const failing = (status: number, error_type: string, message: string): Answer => ({
  status,
  json: { status: "error", message, data: null, error_type },
});

/** The decoded pairs of a form. */
export const formOf = (request: ReceivedRequest | undefined): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(request?.body));

/** The error of a call that must fail. */
export async function caught(call: Promise<unknown>): Promise<KiteError> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: KiteError) => ({ error }),
  );
  if ("value" in outcome) throw new Error(`did not fail, but gave ${JSON.stringify(outcome.value)}`);
  return outcome.error;
}
