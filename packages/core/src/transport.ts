/** One HTTP request, ready to send. */
export interface TransportRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** What came back: the whole body, as text. */
export interface TransportAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Moves bytes: sends one request once, follows no redirect, retries nothing, and rejects with the platform's own error when there is
 * no complete answer. `@kite/core/node` has one with a connection pool, a local address and a proxy.
 */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;
