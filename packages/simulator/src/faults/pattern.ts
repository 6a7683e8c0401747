/** Tells whether a request is meant. */
export type RequestMatcher = (method: string, path: string) => boolean;

/**
 * Reads a pattern such as `POST /orders/*` or `PUT|DELETE /orders/*`; `*` alone means every request.
 *
 * @returns undefined when the text is no such pattern.
 */
export function readPattern(text: string): RequestMatcher | undefined {
  if (text === "*") return () => true;
  const [, methods, path] = /^(\*|[A-Z]+(?:\|[A-Z]+)*) ([/*]\S*)$/.exec(text) ?? [];
  if (methods === undefined || path === undefined) return undefined;
  const named = new Set(methods.split("|"));
  const pieces = path.split("*").map((piece) => piece.replace(/[^\w/]/g, "\\$&"));
  const shape = new RegExp(`^${pieces.join(".*")}$`);
  return (method, asked) => (methods === "*" || named.has(method)) && shape.test(asked);
}
