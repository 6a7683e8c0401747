/** A packet of mode `ltp`. `price` is in paise. */
export function ltpPacket(token: number, price: number): Uint8Array {
  const packet = new DataView(new ArrayBuffer(8));
  packet.setUint32(0, token);
  packet.setInt32(4, price);
  return new Uint8Array(packet.buffer);
}

/** A packet of mode `quote` of a share: the last price, zeros otherwise. */
export function quotePacket(token: number, price: number): Uint8Array {
  const packet = new Uint8Array(44);
  packet.set(ltpPacket(token, price));
  return packet;
}

/** A packet of mode `full` of a share: the last price and the exchange's time in epoch seconds, zeros otherwise. */
export function fullPacket(token: number, price: number, seconds: number): Uint8Array {
  const packet = new Uint8Array(184);
  packet.set(ltpPacket(token, price));
  new DataView(packet.buffer).setUint32(60, seconds);
  return packet;
}

/** A frame of packets. */
export function frameOf(...packets: readonly Uint8Array[]): Uint8Array {
  const frame = new Uint8Array(2 + packets.reduce((sum, { byteLength }) => sum + 2 + byteLength, 0));
  const view = new DataView(frame.buffer);
  view.setUint16(0, packets.length);
  let offset = 2;
  for (const packet of packets) {
    view.setUint16(offset, packet.byteLength);
    frame.set(packet, offset + 2);
    offset += 2 + packet.byteLength;
  }
  return frame;
}

export const heartbeat: Uint8Array = new Uint8Array(1);
