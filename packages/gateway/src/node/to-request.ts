import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { isCanonicalPath } from "../http/path.ts";

/**
 * Makes a `Request` of what Node has received. The path is looked at before any reader of addresses resolves its dots: one that is not
 * canonical becomes one that the gateway refuses.
 */
export function toRequest(incoming: IncomingMessage, target: string, signal?: AbortSignal): Request {
  const { method = "GET", headers, socket } = incoming;
  const [path = "", query] = target.split(/\?(.*)/s, 2);
  const protocol = "encrypted" in socket ? "https" : "http";
  const host = /^[\w.:[\]-]+$/.test(headers.host ?? "") ? headers.host : "invalid.invalid";
  // Two slashes are refused wherever they stand.
  const address = `${protocol}://${host}${path === "/" || isCanonicalPath(path) ? path : "//"}${query === undefined ? "" : `?${query}`}`;
  const copied = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    // Node joins what may be joined, and keeps the first of what may not.
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined) copied.append(name, item);
  }
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(URL.canParse(address) ? address : `${protocol}://invalid.invalid//`, {
    // `Request` knows no CONNECT and no TRACE.
    method: /^(GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH)$/.test(method) ? method : "PATCH",
    headers: copied,
    ...(signal && { signal }),
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
  });
}
