import type { SocketEnd } from "../socket/socket.ts";
import type { Reason } from "../ticker-api.ts";

/** Why a connection is gone. */
export interface Loss {
  readonly reason: Reason;
  /** The fact behind it, without any secret: `HTTP 503`, `ECONNREFUSED`. */
  readonly detail: string;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter?: number | undefined;
  /** True when the platform says nothing: behind it may be a refused token as well as a broken line. */
  readonly isUnexplained?: boolean;
  /** True when the account was refused: the same token, or behind a gateway the same browser, would be again. */
  readonly isRefused?: boolean;
}

/** What a gateway of `@kite/gateway` means by its close codes; browsers show those, and not why a handshake failed. */
const sessionOver = 4001;
const notSignedIn = 4003;
const tooMuch = 4008;

/** Reads the end of a socket. */
export function lossOf({ status, retryAfter, code = 1006, problem }: SocketEnd): Loss {
  if (status !== undefined) {
    const isRefused = status === 401 || status === 403;
    return { reason: reasonOf(status), detail: `HTTP ${status}`, retryAfter, isRefused };
  }
  if (problem !== undefined) return { reason: "network", detail: problem };
  const detail = `close code ${code}`;
  if (code === sessionOver || code === notSignedIn) return { reason: "auth", detail, isRefused: true };
  if (code === tooMuch) return { reason: "limit", detail };
  // "Closed without a word": all that a browser tells of a refused handshake.
  return code === 1006 ? { reason: "network", detail, isUnexplained: true } : { reason: "server", detail };
}

function reasonOf(status: number): Reason {
  if (status === 401 || status === 403) return "auth";
  return status === 429 ? "limit" : "server";
}
