import fc from "fast-check";

/** A packet: its length, and the 32-bit words in it. */
type Packet = readonly [length: number, words: readonly number[]];

/** A binary message of packets, as the server sends it. */
export function frameOf(packets: readonly Packet[]): ArrayBuffer {
  const bytes: number[] = [];
  const put = (value: number, size: number) => {
    for (let shift = (size - 1) * 8; shift >= 0; shift -= 8) bytes.push(Math.floor(value / 2 ** shift) & 0xff);
  };
  put(packets.length, 2);
  for (const [length, words] of packets) {
    put(length, 2);
    for (let at = 0; at < length; at += 4) put(words[at / 4] ?? 0, 4);
  }
  return Uint8Array.from(bytes).buffer;
}

/** Packets of every known length, and of an unknown one, with any token and words up to `most`. */
export const anyPackets = (most: number): fc.Arbitrary<Packet[]> => {
  const word = fc.integer({ min: 0, max: most });
  const segment = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9);
  const token = fc
    .tuple(fc.integer({ min: 0, max: Math.floor(most / 256) }), segment)
    .map(([high, low]) => high * 256 + low);
  return fc.array(
    fc
      .tuple(fc.constantFrom(8, 16, 28, 32, 44, 184), fc.tuple(token, fc.array(word, { minLength: 46, maxLength: 46 })))
      .map(([length, [first, words]]): Packet => [length, [first, ...words.slice(1)]]),
    { maxLength: 4 },
  );
};
