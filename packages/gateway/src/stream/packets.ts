/** What a frame says about one instrument: the bytes of its packet, without their length. */
export interface Packet {
  readonly token: number;
  readonly bytes: Uint8Array;
}

/**
 * Takes a frame apart, as far as it is whole: a count, then a length and the bytes of each packet. The packets are views of the frame;
 * those of a length that is not known yet are handed on too, because browsers may know more than this server.
 *
 * @see https://kite.trade/docs/connect/v3/websocket/#message-structure
 */
export function packetsOf(frame: Uint8Array): Packet[] {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const packets: Packet[] = [];
  for (let at = 2; at + 6 <= frame.byteLength; ) {
    const length = view.getUint16(at);
    const end = at + 2 + length;
    if (length < 4 || end > frame.byteLength) break;
    packets.push({ token: view.getUint32(at + 2), bytes: frame.subarray(at + 2, end) });
    at = end;
  }
  return packets;
}

/** Puts packets into a frame of its own memory. */
export function frameOf(packets: readonly Packet[]): Uint8Array {
  const frame = new Uint8Array(packets.reduce((sum, { bytes }) => sum + 2 + bytes.byteLength, 2));
  const view = new DataView(frame.buffer);
  view.setUint16(0, packets.length);
  let at = 2;
  for (const { bytes } of packets) {
    view.setUint16(at, bytes.byteLength);
    frame.set(bytes, at + 2);
    at += 2 + bytes.byteLength;
  }
  return frame;
}
