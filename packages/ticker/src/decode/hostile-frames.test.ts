import { expect, test } from "vitest";
import { frameOf } from "../testing/frames.ts";
import { randomNumbers, randomPacket } from "../testing/random-packets.ts";
import { fields } from "../testing/read-every-way.ts";
import { decodeFrame } from "./decode-frame.ts";
import { decodeFrameLazily } from "./decode-frame-lazily.ts";
import { LiveTicks } from "./live-ticks.ts";
import { readFrame } from "./read-frame.ts";

/** Changes a frame the way broken software or a hostile server would: its end, its bytes, its counts and lengths, everything. */
function mutate(frame: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  const kind = below(5);
  if (kind === 0) return frame.subarray(0, below(frame.length + 1));
  if (kind === 1) return Uint8Array.from({ length: below(60) }, () => below(256));
  const changed = new Uint8Array(frame.length + (kind === 2 ? below(40) : 0));
  changed.set(frame);
  for (let times = below(4); times >= 0; times -= 1) changed[below(kind === 3 ? 6 : changed.length)] = below(256);
  return changed;
}

/** Reads every field of every tick in every way; gives how many ticks and problems each way has found. */
function readAll(frame: Uint8Array, live: LiveTicks): readonly string[] {
  const found: string[] = [];
  let ticks = 0;
  const read = (tick: object) => {
    ticks += 1;
    for (const field of fields) (tick as Record<string, unknown>)[field];
  };
  const note = (problems: readonly object[]) => {
    found.push(`${ticks} ${problems.length}`);
    ticks = 0;
  };
  const plain = decodeFrame(frame);
  plain.ticks.forEach(read);
  note(plain.problems);
  for (const keepFrame of [false, true]) {
    const lazy = decodeFrameLazily(frame, { keepFrame });
    lazy.ticks.forEach(read);
    note(lazy.problems);
  }
  note(live.update(frame, read));
  note(readFrame(frame, read));
  return found;
}

test.each(Array.from({ length: 20 }, (_, chunk) => chunk))(
  "50,000 random and mutated frames, beginning with seed %i: nothing throws, and all ways find the same",
  { timeout: 30_000 },
  (seed) => {
    const random = randomNumbers(seed);
    const live = new LiveTicks();
    const differences: unknown[] = [];
    let frame = frameOf();
    for (let count = 0; count < 50_000; count += 1) {
      if (count % 20 === 0)
        frame = frameOf(...Array.from({ length: Math.floor(random() * 4) }, () => randomPacket(random)));
      const mutated = mutate(frame, random);
      const found = readAll(mutated, live);
      if (found.some((each) => each !== found[0])) differences.push({ bytes: [...mutated], found });
    }
    expect(differences).toEqual([]);
  },
);
