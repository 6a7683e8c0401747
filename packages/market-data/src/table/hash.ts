/** Adds a byte to a hash. Texts and their bytes have the same hash as long as they are ASCII. */
export const hashByte = (hash: number, byte: number): number => (Math.imul(hash, 31) + byte) | 0;

/** The hash of a text from a place on. */
export function hashText(text: string, start = 0, end: number = text.length): number {
  let hash = 0;
  for (let index = start; index < end; index += 1) hash = hashByte(hash, text.charCodeAt(index));
  return hash;
}

/** The hash of bytes. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index += 1) hash = hashByte(hash, bytes[index] as number);
  return hash;
}

/** Spreads a hash over all 32 bits, so that the highest ones can choose a slot. */
export const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);

/** Writes ASCII bytes as text. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
}
