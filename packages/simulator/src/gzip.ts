import { promisify } from "node:util";
import { gzip as gzipWithCallback } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const gzip = promisify(gzipWithCallback);

/** Smaller bodies are sent as they are. */
const MIN_BYTES = 1024;

/** `gzip;q=0` says that it is not wanted. */
const asked = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/;

/**
 * Compresses answers for callers that ask for it. Whole bodies at once: the stream that the framework would put in between throws
 * outside of every request, and so ends the process, when a caller goes away at the wrong moment.
 */
export const compression: MiddlewareHandler = async (context, next) => {
  await next();
  const { res } = context;
  if (!asked.test(context.req.header("accept-encoding") ?? "") || !res.body) return;
  const body = new Uint8Array(await res.arrayBuffer());
  const headers = new Headers(res.headers);
  const isLarge = body.byteLength >= MIN_BYTES;
  if (isLarge) {
    headers.set("content-encoding", "gzip");
    headers.delete("content-length");
    headers.append("vary", "accept-encoding");
  }
  context.res = undefined;
  context.res = new Response(isLarge ? await gzip(body) : body, { status: res.status, headers });
};
