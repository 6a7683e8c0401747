import type { HttpBindings } from "@hono/node-server";
import type { Call } from "./signed-in.ts";

/** Address a request came from; what is asked inside the process comes from this machine. */
export function callerAddress(context: Call): string {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
  const address = incoming?.socket.remoteAddress ?? "127.0.0.1";
  // a socket that serves both families shows the shorter address inside the longer one
  return address.replace(/^::ffff:/, "");
}
