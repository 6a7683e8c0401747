import { readText } from "../orders/text-message.ts";
import { streamError } from "./errors.ts";
import type { StreamEvents } from "./stream-events.ts";

/** Tells of a text message. `isFirst` says that it came over the first open connection: what all of them bring is told once. */
export function tellText(
  events: StreamEvents,
  onOrder: (payload: unknown) => void,
  text: string,
  isFirst: boolean,
): void {
  const message = readText(text);
  const { type } = message;
  if (type === "order") onOrder(message.data);
  else if (type === "unreadable") events.report(message.error);
  else if (type === "error") {
    events.report(streamError("GeneralException", `the server says: ${events.clean(message.data)}`));
  } else if (!isFirst) return;
  else if (type === "message") events.emit("message", message.data);
  else events.emit("text", type === "unknown" ? message.message : { ...message });
}
