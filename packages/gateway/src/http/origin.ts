import { refuse } from "../refusal.ts";

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** What the gateway knows of the address that the browser shows. */
export interface Site {
  /** The origin to name in redirects and errors. */
  origin(request: Request): string;
  /** True when cookies travel encrypted: everywhere but on http to this machine itself. */
  isSecure(request: Request): boolean;
  /** Throws 403 unless the request comes from a page of this site; for reads, also when the address was typed in. */
  requireOwn(request: Request): void;
}

/** @param configured - Origin that the browser shows, where a proxy stands between. Default: that of each request. */
export function createSite(configured: string | undefined): Site {
  const origin = (request: Request): string => configured ?? new URL(request.url).origin;
  const isOwn = (given: string, request: Request): boolean => {
    if (configured !== undefined) return given === configured;
    if (!URL.canParse(given)) return false;
    const own = new URL(request.url);
    const from = new URL(given);
    // A proxy that ends TLS passes on http; a page on http may speak for itself on this machine only.
    const isSafe = from.protocol === "https:" || (from.protocol === "http:" && loopback.test(from.hostname));
    return isSafe && from.host === own.host && given === from.origin;
  };
  return {
    origin,
    isSecure(request) {
      const { protocol, hostname } = new URL(origin(request));
      return protocol === "https:" || !loopback.test(hostname);
    },
    requireOwn(request) {
      const { method, headers } = request;
      const from = headers.get("origin");
      const site = headers.get("sec-fetch-site");
      const isRead = method === "GET";
      if (site !== null && site !== "same-origin" && !(isRead && site === "none")) throw foreign();
      if (from === null ? !isRead : !isOwn(from, request)) throw foreign();
    },
  };
}

const foreign = () =>
  refuse(403, "this request does not come from a page of this site; behind a proxy, give createGateway the origin");
