/** Reads a number that a person has typed, with or without the commas of Indian grouping; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replaceAll(",", "");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Reads a whole number that a person has typed; undefined for anything else. */
export function readWhole(text: string): number | undefined {
  return text.includes(".") ? undefined : readNumber(text);
}
