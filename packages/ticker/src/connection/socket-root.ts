import { invalidInput, type KiteClient } from "@kite/core";

/** Finds the WebSocket root of a client's environment. Throws `InvalidInput` for one that would send the token unencrypted. */
export function socketRoot({ environment: { root, ws } }: Pick<KiteClient, "environment">): string {
  const place = (globalThis as { location?: { readonly href: string } }).location?.href;
  const url = URL.canParse(ws, place) ? new URL(ws, place) : undefined;
  // A path alone is a gateway on the page's own origin.
  if (url) url.protocol = url.protocol.replace(/^http/, "ws");
  if (!url || !/^wss?:\/\/[^@?#]+$/.test(url.href)) throw refuse("must be an address like wss://ws.kite.trade");
  if (url.protocol === "ws:" && !ws.startsWith("/") && !isLoopback(url.hostname) && !isAllowed(root)) {
    throw refuse(`ws://${url.host} would carry your token unencrypted; use wss, or insecure: true with an http root`);
  }
  return url.href.replace(/\/$/, "");
}

/** Who may use a root of plain http to another machine has said `insecure: true`: core refuses it otherwise. */
const isAllowed = (root: string): boolean => root.startsWith("http:") && !isLoopback(new URL(root).hostname);

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);

const refuse = (problem: string) => invalidInput("environment.ws", problem, "createTicker");
