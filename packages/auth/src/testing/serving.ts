import { createClient, type KiteClient, type KiteSettings, type Layer } from "@kite/core";
import { type Answer, type AnsweringServer, answering } from "@kite/testing";

/** A client, the server it talks to, and what the client warned of. */
export interface Serving {
  readonly kite: KiteClient;
  readonly server: AnsweringServer;
  readonly warnings: readonly string[];
}

/** The client of the published checksum vectors: its key is `testkey`. `accessToken: undefined` is a client before its login. */
const account = { apiKey: "testkey", accessToken: "access-of-today" };

/** Starts a server that gives these answers in order, the last one again and again, and a bare client for it. */
export async function serving(
  answers: readonly [Answer, ...Answer[]],
  settings: KiteSettings = {},
  ...layers: readonly Layer[]
): Promise<Serving> {
  const server = await answering(...answers);
  const warnings: string[] = [];
  const onWarning = (message: string) => void warnings.push(message);
  const kite = createClient({ ...account, environment: server.environment, onWarning, ...settings }, ...layers);
  return { kite, server, warnings };
}

/** The success envelope, as an answer. */
export const succeeding = (data: unknown): Answer => ({ json: { status: "success", data } });

/** The error envelope, as an answer. */
export const failing = (status: number, error_type: string, message: string): Answer => ({
  status,
  json: { status: "error", message, data: null, error_type },
});

/** What the server says of a token it does not take. */
export const refusedToken: Answer = failing(403, "TokenException", "Incorrect `api_key` or `access_token`.");

/** A client of a page behind a gateway: no key, no secret, no token. Sends nothing anywhere. */
export const behindGateway = (): KiteClient => createClient({ environment: { root: "/kite" } });
