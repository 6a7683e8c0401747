import { invalidInput } from "./input.ts";
import type { Fields } from "./request.ts";

/** Encodes fields as `application/x-www-form-urlencoded`; a list repeats its key, `undefined` is left out. */
export function formText(fields: Fields): string {
  const encoded = new URLSearchParams();
  for (const [key, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) encoded.append(key, String(item));
    }
  }
  return encoded.toString();
}

/** Gives `?a=b` ready to append, or nothing. */
export function queryText(query: Fields | undefined): string {
  const text = query ? formText(query) : "";
  return text && `?${text}`;
}

/** Puts encoded values into the `{slots}` of a route. Throws `InvalidInput` for a value that would change the route. */
export function fillPath(path: string, slots: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = slots[slot];
    if (typeof value !== "string" || value === "" || /^\.{1,2}$/.test(value)) {
      throw invalidInput(slot, "must be a text that can stand in an address");
    }
    return encodeURIComponent(value);
  });
}
