import { createClient, type KiteClient, type KiteSettings, type Layer } from "@kite/core";
import { type Answer, type AnsweringServer, answering, type ReceivedRequest } from "@kite/testing";

/** A client, the server it talks to, and what the client warned of. */
export interface Serving {
  readonly kite: KiteClient;
  readonly server: AnsweringServer;
  readonly warnings: readonly string[];
}

/** Starts a server that answers as told, and a bare client for it. */
export async function serving(
  answer: Answer | ((request: ReceivedRequest) => Answer),
  settings: KiteSettings = {},
  ...layers: readonly Layer[]
): Promise<Serving> {
  const server = await answering(answer);
  const warnings: string[] = [];
  const onWarning = (message: string) => void warnings.push(message);
  const { environment } = server;
  const kite = createClient({ apiKey: "key", accessToken: "access", environment, onWarning, ...settings }, ...layers);
  return { kite, server, warnings };
}

/** The success envelope, as an answer. */
export const succeeding = (data: unknown): Answer => ({ json: { status: "success", data } });

/** A CSV, as an answer. */
export const csvAnswer = (text: string): Answer => ({ text, headers: { "content-type": "text/csv; charset=utf-8" } });

/** The error envelope, as an answer. */
export const failing = (status: number, error_type: string, message: string): Answer => ({
  status,
  json: { status: "error", message, data: null, error_type },
});

/** Values of a repeated query key, in order. */
export const asked = (request: ReceivedRequest | undefined, key: string): string[] =>
  request?.query.flatMap(([name, value]) => (name === key ? [value] : [])) ?? [];
