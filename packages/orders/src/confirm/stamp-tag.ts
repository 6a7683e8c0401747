import { invalidInput } from "@kite/core";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const longest = 20;
const mostOwn = 12;

/**
 * Makes a tag that no other order has: the user's own characters, filled up with random ones to 20.
 *
 * At least 8 of 62 possible characters are random. Among the 5,000 orders of a day that all have the same 12 characters of their own, the
 * probability that two share a tag is 6 in 100 million; with 10 of one's own it is 1.5 in 100 billion. Throws `InvalidInput` for more than
 * 12, and for what is no letter or digit.
 */
export function stampTag(own: string | undefined, endpoint: string): string {
  if (own !== undefined && !(typeof own === "string" && /^[A-Za-z0-9]{1,12}$/.test(own))) {
    const room = `must be 1 to ${mostOwn} letters and digits: the rest of ${longest} makes it unique`;
    throw invalidInput("tag", `${room}, got ${JSON.stringify(own)}`, endpoint);
  }
  let tag = own ?? "";
  while (tag.length < longest) {
    // Above 247 the first characters of the alphabet would come more often than the others.
    const bytes = crypto.getRandomValues(new Uint8Array(longest)).filter((byte) => byte < 248);
    tag += Array.from(bytes, (byte) => alphabet[byte % 62]).join("");
  }
  return tag.slice(0, longest);
}
