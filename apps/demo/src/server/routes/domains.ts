import type { Connection } from "../connection.ts";

/** What the routes of a domain are made of. */
export interface DomainParts {
  readonly connection: Connection;
  /** Prints a line in the terminal; nothing in it may be secret. */
  readonly report: (line: string) => void;
  /** Fires when the server stops. */
  readonly stopping: AbortSignal;
}
