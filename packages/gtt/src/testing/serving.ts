import { createClient, type KiteClient, type KiteSettings, type Layer } from "@kite/core";
import { type Answer, type AnsweringServer, answering } from "@kite/testing";

/** A client, the server it talks to, and what the client warned of. */
export interface Serving {
  readonly kite: KiteClient;
  readonly server: AnsweringServer;
  readonly warnings: readonly string[];
}

/** Starts a server that gives these answers in order, and a bare client for it. */
export async function serving(answers: readonly [Answer, ...Answer[]], ...layers: Layer[]): Promise<Serving> {
  return connect(await answering(...answers), {}, layers);
}

/** Starts a server that answers every request with this `data`, and a bare client for it. */
export async function servingData(data: unknown, settings: KiteSettings = {}): Promise<Serving> {
  return connect(await answering({ json: { status: "success", data } }), settings, []);
}

/** The error envelope, as an answer. */
export const failing = (status: number, error_type: string, message: string): Answer => ({
  status,
  json: { status: "error", message, data: null, error_type },
});

function connect(server: AnsweringServer, settings: KiteSettings, layers: readonly Layer[]): Serving {
  const warnings: string[] = [];
  const onWarning = (message: string) => void warnings.push(message);
  const { environment } = server;
  const kite = createClient({ apiKey: "key", accessToken: "access", environment, onWarning, ...settings }, ...layers);
  return { kite, server, warnings };
}
