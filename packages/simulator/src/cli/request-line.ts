import { istTimestamp } from "../ist.ts";
import type { ReceivedRequest } from "../request-log.ts";
import type { Paint } from "./paint.ts";

/** A request in a line: `09:15:02  POST    200  SIM001  /orders/regular  drop`. No query, so no secret. */
export function requestLine({ method, path, at, status, user_id, fault }: ReceivedRequest, paint: Paint): string {
  const code = status === 0 ? "---" : String(status);
  const colour = status >= 100 && status < 400 ? paint.good : paint.bad;
  const parts = [
    paint.faint(istTimestamp(Number(at)).slice(11)),
    method.padEnd(6),
    colour(code),
    (user_id ?? "-").padEnd(6),
    path,
    ...(fault ? [paint.bad(fault)] : []),
  ];
  return `  ${parts.join("  ")}`;
}
