/** Bytes from hex digits; blanks, lines and `|` do not count. */
export const hex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.replace(/[\s|]/g, "").match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
