/**
 * All that a path of Kite is made of. Percent signs, dots, backslashes, double and trailing slashes have no place in one, so no
 * reading of them can differ between the gateway, a proxy before it and the server behind it.
 */
const canonical = /^(?:\/[A-Za-z0-9_-]{1,64}){1,8}$/;

/** Tells whether a path can only be read in one way. */
export const isCanonicalPath = (path: string): boolean => canonical.test(path);

/** Gives what follows the mount path: `/orders` for `/kite/orders`, nothing for the mount itself; undefined when it is elsewhere. */
export function pathBelow(mount: string, path: string): string | undefined {
  if (path === mount) return "";
  return path.startsWith(`${mount}/`) ? path.slice(mount.length) : undefined;
}
