import { invalidInput } from "@kite/core";

/** Values for the `{slots}` of a route, as programs without types hand them in. */
export type Slots = Readonly<Record<string, unknown>>;

/**
 * Puts values into the slots of a route. Throws `InvalidInput` for a value that is missing or would make another route of it:
 * an empty order id in a cancellation, `..` in a symbol.
 */
export function fillRoute(route: string, slots: Slots): string {
  return route.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = slots[slot];
    const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
    if (text === "" || /^\.{1,2}$/.test(text)) {
      throw invalidInput(slot, `must be a text or a number that can stand in an address, got ${JSON.stringify(value)}`);
    }
    return encodeURIComponent(text);
  });
}
