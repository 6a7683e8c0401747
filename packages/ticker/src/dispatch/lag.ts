import { FULL_LENGTH, INDEX_FULL_LENGTH, INDEX_TIMESTAMP, TIMESTAMP } from "../decode/layout.ts";

/** Where the first packet of a frame begins, and its length before that. */
const PACKET = 4;
const LENGTH = 2;

/**
 * Gives how long the first packet of a frame was on its way, in ms: arrival minus `exchange_timestamp`. Undefined in modes
 * without that. The timestamp is in whole seconds, so up to one of them is none of the network's.
 */
export function lagOf(frame: Uint8Array, arrival: number): number | undefined {
  if (frame.byteLength < PACKET + INDEX_FULL_LENGTH) return undefined;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const length = view.getUint16(LENGTH);
  const field = length === FULL_LENGTH ? TIMESTAMP : length === INDEX_FULL_LENGTH ? INDEX_TIMESTAMP : undefined;
  if (field === undefined || frame.byteLength < PACKET + length) return undefined;
  const seconds = view.getUint32(PACKET + field);
  return seconds === 0 ? undefined : arrival - seconds * 1_000;
}
