import { createKite, type Kite, type SafeClient } from "@kite/core";
import { gatewayFetch } from "@kite/gateway/browser";

/** Where the demo's server has its gateway. */
export const gatewayPath = "/kite";

/** Requests to the gateway; those that change something prove that they come from this page. */
export const throughGateway: typeof fetch = gatewayFetch({ path: gatewayPath });

/** The page's client. It has neither key nor token: the gateway puts them in. */
export const kite: Kite<object, SafeClient> = createKite({
  environment: { root: gatewayPath },
  fetch: throughGateway,
  // a page that waits longer than this is a broken page
  deadline: 15_000,
});
