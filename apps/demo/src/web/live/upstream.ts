import type { UpstreamMessage, UpstreamState } from "../../shared/stream-api.ts";

/** Reads what the demo's server says of its own connection; undefined for any other message. */
export function upstreamIn(message: Readonly<Record<string, unknown>>): UpstreamState | undefined {
  return message.type === "upstream" ? (message as unknown as UpstreamMessage).data : undefined;
}
