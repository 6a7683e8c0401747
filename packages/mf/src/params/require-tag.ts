import { invalidInput, requireText } from "@kite/core";

/** Gives back a tag of at most 20 characters, or none. Kite documents 8, and shows longer ones in its own examples. */
export function requireTag(tag: string | undefined): string | undefined {
  if (tag === undefined || requireText("tag", tag).length <= 20) return tag;
  throw invalidInput("tag", `must have at most 20 characters, got ${tag.length}`);
}
