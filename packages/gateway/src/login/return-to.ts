import { input } from "../http/fields.ts";

const longest = 1_024;

/** Tells whether this is a path of a site, and nothing that a browser could take for another one's address. */
export function isPathOfSite(given: string, origin: string): boolean {
  const isPath = given.length <= longest && /^\/(?![/\\])[\x21-\x7e]*$/.test(given) && !given.includes("\\");
  return isPath && new URL(given, origin).origin === origin;
}

/**
 * Checks where a login is to lead. Throws 400 for all but a path on this origin: an address that a stranger can choose would make
 * the login page a way to the stranger's own.
 */
export function checkedReturnTo(given: string | null, origin: string): string {
  if (given === null) return "/";
  if (isPathOfSite(given, origin)) return given;
  throw input("`returnTo` must be a path of this site, such as /watchlist");
}
