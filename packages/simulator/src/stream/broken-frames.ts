import type { Packet } from "./packet-board.ts";
import { packetLength } from "./stream-mode.ts";

/** A frame that promises two packets and ends ten bytes into the second one. */
export function halfFrame({ bytes, isIndex }: Packet): Buffer {
  return twoPackets(bytes, packetLength(isIndex, "quote"), 10);
}

/** A frame whose second packet has 16 bytes, as no kind of packet has. */
export function oddFrame({ bytes }: Packet): Buffer {
  return twoPackets(bytes, 16, 16);
}

/** A frame without packets. */
export const EMPTY_FRAME: Buffer = Buffer.alloc(2);

function twoPackets(bytes: Buffer, promised: number, kept: number): Buffer {
  const last = packetLength(false, "ltp");
  return Buffer.concat([uint16(2), uint16(last), bytes.subarray(0, last), uint16(promised), bytes.subarray(0, kept)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
