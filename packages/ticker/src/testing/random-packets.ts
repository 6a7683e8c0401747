/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const packetLengths = [8, 28, 32, 44, 184] as const;

/** Where signs, halves and "none" change what a field means. */
const edges = [0, 1, 99, 100, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 1_772_423_100];

/** A packet of any kind and segment, with the numbers of a market and those at the edges. */
export function randomPacket(random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  const packet = new DataView(new ArrayBuffer(packetLengths[below(packetLengths.length)] ?? 8));
  for (let start = 0; start < packet.byteLength; start += 4) {
    const kind = random();
    packet.setUint32(start, kind < 0.2 ? (edges[below(edges.length)] ?? 0) : below(kind < 0.7 ? 1_000_000 : 2 ** 32));
  }
  packet.setUint8(3, below(11));
  return new Uint8Array(packet.buffer);
}
