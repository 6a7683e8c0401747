import type { ConnectionState } from "@kite/ticker";
import { LegacyError } from "../wire/legacy-error.ts";

/** What `close` and `disconnect` bring: the fields of a `CloseEvent` that programs read. */
export interface Ending {
  readonly type: "close";
  /** WebSocket close code; 1006 where none was sent. */
  readonly code: number;
  /** The fact behind it: `HTTP 503`, `ECONNREFUSED`. */
  readonly reason: string;
  readonly wasClean: boolean;
}

export function endingOf(detail = ""): Ending {
  const [, code] = /^close code (\d+)$/.exec(detail) ?? [];
  return { type: "close", code: Number(code ?? 1006), reason: detail, wasClean: code === "1000" };
}

export const askedFor: Ending = { type: "close", code: 1000, reason: "disconnect was called", wasClean: true };

/** What `error` brings for a try that failed or a connection that broke; undefined for one that was closed or fell silent. */
export function errorOf({ reason, detail = "" }: Pick<ConnectionState, "reason" | "detail">): LegacyError | undefined {
  if (reason === "idle" || reason === "asked" || detail === "" || detail.startsWith("close code")) return undefined;
  const [, text] = /^HTTP (\d+)$/.exec(detail) ?? [];
  const message = text ? `Unexpected server response: ${text}` : detail;
  const status = text === undefined ? undefined : Number(text);
  const code = status === undefined ? "ConnectionFailed" : "HttpError";
  return new LegacyError({ code, endpoint: "ticker", status, error_type: "NetworkException", message });
}
