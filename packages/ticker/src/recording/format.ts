/**
 * A recording, byte by byte:
 *
 * | bytes | what |
 * | --- | --- |
 * | 7 | `KITEREC` in ASCII |
 * | 1 | version, 1 |
 * | then for each frame | |
 * | 1 to 8 | milliseconds since the frame before, for the first since 1970 UTC; a signed number |
 * | 1 to 4 | length of the frame; an unsigned number |
 * | length | the frame as it came |
 *
 * A number has seven bits a byte, the lowest first; the highest bit of a byte says that more follow. A signed number is doubled, and a
 * negative one is that of its absolute value less one: 0, -1, 1, -2 are 0, 1, 2, 3. So a frame costs two to four bytes
 * beyond its own, and a file that was cut anywhere can be read up to the cut.
 */
export const magic: readonly number[] = [0x4b, 0x49, 0x54, 0x45, 0x52, 0x45, 0x43, 1];

/** More than any frame of the stream can have: 3,000 instruments in mode `full` make 558,002 bytes. */
export const longestFrame: number = 16 * 1024 * 1024;

/** A frame, and when it came. */
export interface RecordedFrame {
  readonly at: Date;
  readonly bytes: Uint8Array;
}

/** Gives the bytes of a number. */
export function unsigned(number: number): number[] {
  const bytes: number[] = [];
  let rest = number;
  // Times do not fit the 32 bits of the bit operators.
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

export const signed = (number: number): number[] => unsigned(number < 0 ? -2 * number - 1 : 2 * number);

/** Gives back the number behind an unsigned one. */
export const unfold = (number: number): number => (number % 2 ? -(number + 1) / 2 : number / 2);
