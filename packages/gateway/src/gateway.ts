import type { GatewayStats } from "./stats.ts";
import type { TabEvents } from "./stream/relay.ts";
import type { TabSocket } from "./stream/tab.ts";

/** The answer to a WebSocket handshake. */
export type StreamDecision =
  | { readonly refused: Response }
  /** Called with the socket when it is open. It may close it at once, with a code that tells the page why. */
  | { readonly open: (socket: TabSocket) => TabEvents };

/** A request handler for everything below one path, and the other half of a browser's stream. */
export interface Gateway {
  (request: Request): Promise<Response>;
  /** Where it is mounted. */
  readonly path: string;
  /** Largest message that a tab may send, in bytes: for the server of the WebSockets. */
  readonly messageBytes: number;
  /**
   * Decides about a WebSocket handshake at `path`. `attachStream` of `@kite/gateway/node` calls it on Node; on other platforms, call it
   * with the request to be upgraded.
   */
  stream(request: Request): Promise<StreamDecision>;
  stats(): GatewayStats;
  /** Takes no more requests, lets those under way finish, and ends every stream. Calling it again does nothing more. */
  close(): Promise<void>;
}
