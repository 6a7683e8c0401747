/** How a socket ended. Holds no address: the token is in it. */
export interface SocketEnd {
  /** HTTP status of a refused handshake, where the platform shows it. */
  readonly status?: number | undefined;
  /** Milliseconds that the refusal asks to wait. */
  readonly retryAfter?: number | undefined;
  /** WebSocket close code. 1006: none was sent. */
  readonly code?: number | undefined;
  /** The system's word for it: `ECONNREFUSED`. */
  readonly problem?: string | undefined;
}

export interface SocketEvents {
  opened(): void;
  binary(frame: Uint8Array): void;
  text(message: string): void;
  /** Called for a ping, where the platform shows them: a sign of life without content. */
  alive(): void;
  /** Called once, after a failed handshake too; never after `drop`. */
  ended(end: SocketEnd): void;
}

export interface Socket {
  /** Sends a text; without effect when the socket is not open. */
  send(message: string): void;
  /** Ends it at once and takes its events away. A peer that does not answer cannot keep it alive. */
  drop(): void;
}

/** Opens a WebSocket. What goes wrong later arrives in `ended`. */
export type OpenSocket = (address: string, events: SocketEvents) => Socket;
