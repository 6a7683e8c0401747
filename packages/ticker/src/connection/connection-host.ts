import type { OpenSocket } from "../socket/socket.ts";
import type { Backoff } from "./backoff.ts";
import type { Clock } from "./clock.ts";
import type { Loss } from "./loss.ts";

/** Milliseconds, but for `maxRetries`. */
export interface ConnectionLimits {
  /** From the start of a try until the handshake is answered. */
  readonly connectTimeout: number;
  /** Longest silence of an open connection. */
  readonly silence: number;
  readonly backoff: Backoff;
  /** Failures in a row after which the stream is given up. */
  readonly maxRetries: number;
}

/** What a connection needs, and whom it tells. */
export interface ConnectionHost {
  readonly clock: Clock;
  readonly random: () => number;
  readonly openSocket: OpenSocket;
  readonly limits: ConnectionLimits;
  /** Gives the address with the token in use. Undefined while there is none: `wake` is called when there is. */
  address(): string | undefined;
  changed(): void;
  /** Called when the handshake is done, before the state says so. */
  opened(): void;
  binary(frame: Uint8Array): void;
  text(message: string): void;
  /** Called when an open connection is lost, and for each try that fails. */
  lost(loss: Loss, wasOpen: boolean): void;
  /** Called instead of the next try when `maxRetries` are used up. */
  exhausted(loss: Loss): void;
}
