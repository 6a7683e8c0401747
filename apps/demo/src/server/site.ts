import type { Context, MiddlewareHandler } from "hono";
import { Failure } from "./failure.ts";

/**
 * Answers nobody but this machine's browser on our own address.
 *
 * The Host header keeps away pages of other sites whose name was made to point at 127.0.0.1. The Origin header keeps away
 * forms and scripts of other sites, which a browser would let post here.
 *
 * @param origin - `http://127.0.0.1:4173`
 */
export function ownSiteOnly(origin: string): MiddlewareHandler {
  const { host, port } = new URL(origin);
  return async (context, next) => {
    const asked = context.req.header("host");
    if (asked === `localhost:${port}`) return toOwnAddress(context, origin);
    if (asked !== host) throw foreign("WrongHost", `This server answers as ${host} only.`, origin);
    if (!isRead(context) && context.req.header("origin") !== origin) {
      throw foreign("WrongOrigin", "A change has to come from the dashboard itself.", origin);
    }
    await next();
  };
}

const isRead = ({ req }: Context): boolean => req.method === "GET" || req.method === "HEAD";

/** One name only, so that cookies and the login's way back agree on it. */
function toOwnAddress(context: Context, origin: string): Response {
  if (!isRead(context)) throw foreign("WrongHost", "The name localhost is for looking only.", origin);
  const { pathname, search } = new URL(context.req.url);
  // two slashes would name another host
  return context.redirect(`${origin}${pathname.replace(/^\/+/, "/")}${search}`, 307);
}

const foreign = (code: string, message: string, origin: string): Failure =>
  new Failure(403, { code, message, what_to_do: `Open ${origin} in your browser.` });

/**
 * Headers of every answer: nothing from elsewhere runs on the page, and no other site gets at it. What an answer says of itself stays:
 * the gateway's are stricter.
 */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  for (const [name, value] of Object.entries(usual)) if (!headers.has(name)) headers.set(name, value);
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

const usual: Readonly<Record<string, string>> = {
  "content-security-policy": policy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};
