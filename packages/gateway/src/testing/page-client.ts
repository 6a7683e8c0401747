import { createKite, type Kite, type SafeClient } from "@kite/core";
import { gatewayFetch } from "../browser/gateway-fetch.ts";
import type { Browser } from "./browser.ts";

/** A client as a page has it: no key, no token, only the gateway's path. The browser puts cookie, origin and address in. */
export function pageClient(browser: Browser, origin: string, path: `/${string}` = "/kite"): Kite<object, SafeClient> {
  const fetchOfBrowser = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set("cookie", browser.cookie);
    headers.set("sec-fetch-site", "same-origin");
    if (init.method && init.method !== "GET") headers.set("origin", origin);
    return fetch(new URL(String(input), origin), { ...init, headers });
  };
  return createKite({ environment: { root: path }, fetch: gatewayFetch({ path, fetch: fetchOfBrowser }) });
}
