import fc from "fast-check";
import { expect, test } from "vitest";
import { frameOf } from "../testing/frames.ts";
import { randomNumbers, randomPacket } from "../testing/random-packets.ts";
import { slowTick } from "../testing/slow-decoder.ts";
import { FULL_LENGTH } from "./layout.ts";
import type { LiveTick } from "./live-tick.ts";
import { LiveTicks } from "./live-ticks.ts";

const tokenOf = (packet: Uint8Array): number => new DataView(packet.buffer).getUint32(0);

/** A packet of one of `instruments`, each of which mostly stays with one length. */
function packetOf(instruments: number, random: () => number, full: boolean): Uint8Array {
  let packet = randomPacket(random);
  while (full && packet.length !== FULL_LENGTH) packet = randomPacket(random);
  new DataView(packet.buffer).setUint32(0, 256 * Math.floor(random() ** 2 * instruments) + 1);
  return packet;
}

test("through busy and quiet instruments, frames of all sizes, and instruments that are forgotten, each tick is the last packet", {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 150 }),
      fc.boolean(),
      (seed, instruments, longest, full) => {
        const random = randomNumbers(seed);
        const live = new LiveTicks();
        const packets = new Map<number, Uint8Array>();
        const held = new Map<number, LiveTick>();
        for (let count = 0; count < 30; count += 1) {
          const frame = Array.from({ length: Math.floor(random() * longest) }, () =>
            packetOf(instruments, random, full),
          );
          const bytes = frameOf(...frame);
          live.update(bytes);
          // Who brings a frame may use its bytes for the next one.
          bytes.fill(0xee);
          for (const packet of frame) packets.set(tokenOf(packet), packet);
          if (random() < 0.1) {
            const token = 256 * Math.floor(random() * instruments) + 1;
            const tick = live.latest(token);
            expect(live.delete(token)).toBe(packets.has(token));
            if (tick) expect(tick.copy()).toStrictEqual(slowTick(packets.get(token) as Uint8Array));
            packets.delete(token);
            held.delete(token);
          }
          for (const [token, packet] of packets) {
            const tick = live.latest(token);
            if (random() < 0.05 && tick) held.set(token, tick);
            if (count === 15) expect(structuredClone(tick)).toEqual(slowTick(packet));
          }
          for (const [token, tick] of held) {
            if (live.latest(token) !== tick) held.delete(token);
            else if (random() < 0.1) expect(tick.copy()).toStrictEqual(slowTick(packets.get(token) as Uint8Array));
          }
        }
        for (const [token, packet] of packets) expect(live.latest(token)?.copy()).toStrictEqual(slowTick(packet));
      },
    ),
    { numRuns: 12 },
  );
});

test("a listener may take in other frames in the middle of one", () => {
  const random = randomNumbers(7);
  const live = new LiveTicks();
  const outer = Array.from({ length: 80 }, () => packetOf(90, random, true));
  const last = new Map<number, Uint8Array>();
  let turn = 0;
  live.update(frameOf(...outer), (tick) => {
    const packet = outer[turn] as Uint8Array;
    turn += 1;
    last.set(tokenOf(packet), packet);
    expect(tick.copy()).toStrictEqual(slowTick(packet));
    for (let count = 0; count < 3; count += 1) {
      const inner = Array.from({ length: 70 }, () => packetOf(90, random, true));
      live.update(frameOf(...inner));
      for (const each of inner) last.set(tokenOf(each), each);
    }
  });
  expect(turn).toBe(80);
  for (const [token, packet] of last) expect(live.latest(token)?.copy()).toStrictEqual(slowTick(packet));
});

test("a heartbeat, no bytes and a buffer that was transferred away change nothing", () => {
  const live = new LiveTicks();
  const packet = packetOf(1, randomNumbers(1), true);
  live.update(frameOf(packet));
  const gone = new ArrayBuffer(100);
  structuredClone(gone, { transfer: [gone] });
  for (const frame of [new Uint8Array(1), new Uint8Array(0), gone]) expect(live.update(frame)).toEqual([]);
  expect(live.latest(tokenOf(packet))?.copy()).toStrictEqual(slowTick(packet));
});

test("the time of an instrument is that of its last frame, and goes when it is forgotten", () => {
  const live = new LiveTicks();
  const packets = Array.from({ length: 40 }, (_, index) => {
    const packet = new Uint8Array(8);
    new DataView(packet.buffer).setUint32(0, index);
    return packet;
  });
  live.update(frameOf(...packets), undefined, 1);
  live.update(frameOf(...packets.slice(10, 20).reverse()), undefined, 2);
  expect(packets.map((_, token) => live.heardAt(token))).toEqual(
    packets.map((_, token) => (token >= 10 && token < 20 ? 2 : 1)),
  );
  live.delete(10);
  expect(live.heardAt(10)).toBeUndefined();
  live.update(frameOf(...packets.slice(9, 12)), undefined, 3);
  expect([9, 10, 11, 12].map((token) => live.heardAt(token))).toEqual([3, 3, 3, 2]);
  expect(live.heardAt(40)).toBeUndefined();
});
