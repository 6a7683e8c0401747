/** Requests that are counted together. */
export type Group = "quote" | "historical" | "order" | "other";

/** The group of a request; undefined for pages of the website, which have no limit of the API. */
export function groupOf(method: string, path: string): Group | undefined {
  if (path.startsWith("/connect/")) return undefined;
  if (/^\/quote(\/ohlc|\/ltp)?$/.test(path)) return "quote";
  if (path.startsWith("/instruments/historical/")) return "historical";
  if (path.startsWith("/orders/") && ["POST", "PUT", "DELETE"].includes(method)) return "order";
  return "other";
}
