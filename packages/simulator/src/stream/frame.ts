import type { Packet, PacketBoard } from "./packet-board.ts";
import { packetLength } from "./stream-mode.ts";
import type { Subscription } from "./subscriptions.ts";

/**
 * Puts packets into one frame: their number, and each with its length in front.
 *
 * @param which - `changed` leaves out what the socket already has.
 * @returns undefined when there is nothing to send.
 */
export function frameOf(
  board: PacketBoard,
  subscriptions: Iterable<Subscription>,
  which: "changed" | "all",
): Buffer | undefined {
  const packets: Packet[] = [];
  const lengths: number[] = [];
  let size = 2;
  for (const subscription of subscriptions) {
    const packet = board.packet(subscription.token);
    if (!packet) continue;
    const version = packet.versions[subscription.mode];
    if (which === "changed" && subscription.sent === version) continue;
    subscription.sent = version;
    const length = packetLength(packet.isIndex, subscription.mode);
    packets.push(packet);
    lengths.push(length);
    size += 2 + length;
  }
  return packets.length === 0 ? undefined : join(packets, lengths, size);
}

/** A buffer of its own for every frame: the socket may hold on to it until a slow client has taken it. */
function join(packets: readonly Packet[], lengths: readonly number[], size: number): Buffer {
  const frame = Buffer.allocUnsafe(size);
  let offset = frame.writeUInt16BE(packets.length);
  for (const [place, { bytes }] of packets.entries()) {
    const length = lengths[place] ?? 0;
    offset = frame.writeUInt16BE(length, offset);
    offset += bytes.copy(frame, offset, 0, length);
  }
  return frame;
}
