import { refuse } from "../refusal.ts";
import { type Route, routes } from "./routes.ts";

/** A route, and where it leads. */
export interface FoundRoute {
  readonly route: Route;
  /** Path for Kite, put together from the table's words and the slots. */
  readonly path: string;
  readonly slots: Readonly<Record<string, string>>;
}

/**
 * Finds the route of a request. Throws 404 for a path that is not in the table and 405 for a method that its path does not have.
 *
 * @param path - Canonical, below the mount.
 */
export function findRoute(method: string, path: string): FoundRoute {
  const segments = path.split("/");
  const fitting = routes.flatMap((route): FoundRoute[] => {
    const slots = match(route.path.split("/"), segments);
    return slots ? [{ route, path, slots }] : [];
  });
  if (fitting.length === 0) throw refuse(404, "there is no such route of Kite here");
  const found = fitting
    .filter(({ route }) => route.method === method)
    // `/orders/{order_id}` also fits a word that stands in the table itself.
    .sort((one, other) => Object.keys(one.slots).length - Object.keys(other.slots).length)[0];
  if (!found)
    throw refuse(405, `this route takes ${[...new Set(fitting.map(({ route }) => route.method))].join(", ")}`);
  return found;
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const slots: Record<string, string> = {};
  for (const [index, word] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (word.startsWith("{")) slots[word.slice(1, -1)] = segment;
    else if (word !== segment) return undefined;
  }
  return slots;
}
