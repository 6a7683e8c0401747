import type { Method, RateBucket } from "@kite/core";

/** Groups of routes that are allowed or refused together. */
export type Domain = "account" | "orders" | "portfolio" | "marketData" | "gtt" | "alerts" | "mf";

/** One route of Kite that a browser can be allowed to use. */
export interface Route {
  readonly method: Method;
  /** Path with `{slots}`. */
  readonly path: string;
  readonly domain: Domain;
  /** Whether it changes something. A calculation is a read, whatever its method. */
  readonly isWrite: boolean;
  readonly bucket: RateBucket;
  /** What its body is. */
  readonly body: "form" | "json" | "none";
  /** A CSV that is the same for everyone. */
  readonly isDump: boolean;
  /** Milliseconds for which one answer serves all tabs of a user. */
  readonly cacheFor: number;
}

type Facts = Partial<Omit<Route, "method" | "path" | "domain">>;

const read = (domain: Domain, path: string, facts: Facts = {}): Route => ({
  ...{ method: "GET", path, domain, isWrite: false, bucket: "other", body: "none", isDump: false, cacheFor: 0 },
  ...facts,
});

const write = (method: "POST" | "PUT" | "DELETE", domain: Domain, path: string, facts: Facts = {}): Route => ({
  ...read(domain, path),
  ...{ method, isWrite: true, body: method === "DELETE" ? "none" : "form" },
  ...facts,
});

const dump: Facts = { isDump: true };
const calculation: Facts = { isWrite: false, body: "json" };
const order: Facts = { bucket: "order" };
const minute: Facts = { cacheFor: 60_000 };

/**
 * Every route that can be reached through the gateway. What is not in this table is answered here and never sent: above all the
 * session routes, which belong to the gateway.
 *
 * @see https://kite.trade/docs/connect/v3/
 */
export const routes: readonly Route[] = [
  read("account", "/user/profile", minute),
  read("account", "/user/profile/full", minute),
  read("account", "/user/margins"),
  read("account", "/user/margins/{segment}"),

  read("orders", "/orders"),
  read("orders", "/orders/{order_id}"),
  read("orders", "/orders/{order_id}/trades"),
  read("orders", "/trades"),
  write("POST", "orders", "/orders/{variety}", order),
  write("PUT", "orders", "/orders/{variety}/{order_id}", order),
  write("DELETE", "orders", "/orders/{variety}/{order_id}", order),
  write("POST", "orders", "/margins/orders", calculation),
  write("POST", "orders", "/margins/basket", calculation),
  write("POST", "orders", "/charges/orders", calculation),

  read("portfolio", "/portfolio/holdings"),
  read("portfolio", "/portfolio/holdings/summary"),
  read("portfolio", "/portfolio/holdings/compact"),
  read("portfolio", "/portfolio/holdings/auctions"),
  write("POST", "portfolio", "/portfolio/holdings/authorise"),
  read("portfolio", "/portfolio/positions"),
  write("PUT", "portfolio", "/portfolio/positions"),

  read("marketData", "/quote", { bucket: "quote" }),
  read("marketData", "/quote/ohlc", { bucket: "quote" }),
  read("marketData", "/quote/ltp", { bucket: "quote" }),
  read("marketData", "/instruments", dump),
  read("marketData", "/instruments/{exchange}", dump),
  read("marketData", "/instruments/historical/{instrument_token}/{interval}", { bucket: "historical" }),
  read("marketData", "/instruments/trigger_range/{transaction_type}"),

  read("gtt", "/gtt/triggers"),
  read("gtt", "/gtt/triggers/{trigger_id}"),
  write("POST", "gtt", "/gtt/triggers"),
  write("PUT", "gtt", "/gtt/triggers/{trigger_id}"),
  write("DELETE", "gtt", "/gtt/triggers/{trigger_id}"),

  read("alerts", "/alerts"),
  read("alerts", "/alerts/{uuid}"),
  read("alerts", "/alerts/{uuid}/history"),
  write("POST", "alerts", "/alerts"),
  write("PUT", "alerts", "/alerts/{uuid}"),
  write("DELETE", "alerts", "/alerts"),

  read("mf", "/mf/orders"),
  read("mf", "/mf/orders/{order_id}"),
  write("POST", "mf", "/mf/orders"),
  write("DELETE", "mf", "/mf/orders/{order_id}"),
  read("mf", "/mf/sips"),
  read("mf", "/mf/sips/{sip_id}"),
  write("POST", "mf", "/mf/sips"),
  write("PUT", "mf", "/mf/sips/{sip_id}"),
  write("DELETE", "mf", "/mf/sips/{sip_id}"),
  read("mf", "/mf/holdings"),
  read("mf", "/mf/holdings/{isin}"),
  read("mf", "/mf/allotments"),
  read("mf", "/mf/instruments", dump),
];
