/** By byte: the capital of a letter, everything else as it is. */
export const capitals: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 97 && byte <= 122 ? byte - 32 : byte,
);

/** The characters of a word. What is not ASCII is equal to no byte. */
export const codesOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

/** Tells whether bytes, in capitals, are those of a word from a place on. There must be as many of them. */
export function standsAt(bytes: Uint8Array, at: number, word: Uint16Array): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (capitals[bytes[at + index] as number] !== word[index]) return false;
  }
  return true;
}

/** Finds a word in bytes, in capitals: its first place, or -1. */
export function placeIn(bytes: Uint8Array, start: number, end: number, word: Uint16Array): number {
  const last = end - word.length;
  const first = word[0];
  for (let at = start; at <= last; at += 1) {
    if (capitals[bytes[at] as number] === first && standsAt(bytes, at, word)) return at;
  }
  return -1;
}
