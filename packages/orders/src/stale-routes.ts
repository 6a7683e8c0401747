/** Routes whose kept answers a new, changed or cancelled order makes stale: it may fill at once, and it blocks or frees funds. */
export const staleRoutes: readonly string[] = ["/orders", "/trades", "/portfolio", "/user/margins"];
