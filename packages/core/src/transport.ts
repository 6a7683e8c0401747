/** Reads a body to its end. Gives what the answer's `data` is, or the body as text where the usual way is to read it. */
export type ReadBody = (
  body: ReadableStream<Uint8Array>,
) => Promise<{ readonly data: unknown } | { readonly text: string }>;

/** Makes something of a body while it arrives. */
export interface BodyReader {
  /** Takes the next bytes. They are its own from then on. */
  write(bytes: Uint8Array): void;
  /** All has arrived. Gives what the answer's `data` is, or the body as text where the usual way is to read it. */
  end(): Awaited<ReturnType<ReadBody>>;
}

/** One HTTP request, ready to send. */
export interface TransportRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** Gives what reads an answer's body; undefined where it is to be text. A transport need not know of this. */
  readonly readBody?: ((status: number, headers: Headers) => ReadBody | undefined) | undefined;
}

/** What came back: the whole body, as text. */
export interface TransportAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What a `BodyReader` has made of the body; the text is empty then. */
  readonly data?: unknown;
}

/**
 * Moves bytes: sends one request once, follows no redirect, retries nothing, and rejects with the platform's own error when there is
 * no complete answer. `@kite/core/node` has one with a connection pool, a local address and a proxy.
 */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;
