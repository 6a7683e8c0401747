import { createClient } from "@kite/core";
import { expect, test, vi } from "vitest";
import { decodeFrame } from "../decode/decode-frame.ts";
import { plainTick } from "../decode/plain-tick.ts";
import type { Tick } from "../decode/tick.ts";
import { createBuffer } from "../reading/tick-buffer.ts";
import { TickReader } from "../reading/tick-reader.ts";
import { StreamEvents } from "../stream/stream-events.ts";
import { frameOf, fullPacket, heartbeat, ltpPacket } from "../testing/frames.ts";
import { TickDispatch } from "./tick-dispatch.ts";
import { TickReaders } from "./tick-readers.ts";

vi.mock(import("../decode/decode-frame.ts"), { spy: true });
vi.mock(import("../decode/plain-tick.ts"), { spy: true });

function dispatching({ keepLatest = true } = {}) {
  vi.mocked(decodeFrame).mockClear();
  vi.mocked(plainTick).mockClear();
  const problems: string[] = [];
  const { session } = createClient({ apiKey: "key" });
  const events = new StreamEvents(session, (message) => problems.push(message));
  const readers = new TickReaders();
  const dispatch = new TickDispatch({ events, keepLatest, divisors: undefined, readers });
  return { dispatch, events, problems, readers };
}

const three = frameOf(ltpPacket(1, 100), ltpPacket(2, 200), ltpPacket(3, 300));

test("who only looks at the newest ticks pays for no plain one", () => {
  const { dispatch } = dispatching();
  dispatch.frame(three, 1_000);
  expect(dispatch.live?.latest(2)?.last_price).toBe(2);
  expect(dispatch.arrivalOf(2)).toBe(1_000);
  expect(decodeFrame).not.toHaveBeenCalled();
  expect(plainTick).not.toHaveBeenCalled();
});

test("a loop pays for its own instruments alone", () => {
  const { dispatch, readers } = dispatching({ keepLatest: false });
  const reader = new TickReader<Tick>(createBuffer("all"));
  const remove = readers.add([2], reader);
  dispatch.frame(three, 1_000);
  expect(plainTick).toHaveBeenCalledTimes(1);
  expect(reader.waiting).toBe(1);
  remove();
  dispatch.frame(three, 1_000);
  expect(plainTick).toHaveBeenCalledTimes(1);
});

test("whoever listens, a frame is decoded once", () => {
  const { dispatch, events, readers } = dispatching();
  const reader = new TickReader<Tick>(createBuffer("all"));
  const heard: unknown[] = [];
  readers.add([1, 3], reader);
  events.on("tick", ({ instrument_token }) => heard.push(instrument_token));
  events.on("ticks", ({ length }) => heard.push(`${length} ticks`));
  events.on("frame", (frame) => heard.push(frame));
  dispatch.frame(three, 1_000);
  expect(heard).toEqual([three, "3 ticks", 1, 2, 3]);
  expect(reader.waiting).toBe(2);
  expect(decodeFrame).toHaveBeenCalledTimes(1);
});

test("each tick is told of before the next one is made", () => {
  const { dispatch, events } = dispatching();
  const made: number[] = [];
  events.on("tick", () => made.push(vi.mocked(plainTick).mock.calls.length));
  dispatch.frame(three, 1_000);
  expect(made).toEqual([1, 2, 3]);
});

test.each([true, false])("knows when each instrument was heard of last, keepLatest %s", (keepLatest) => {
  const { dispatch } = dispatching({ keepLatest });
  dispatch.frame(three, 1_000);
  dispatch.frame(frameOf(ltpPacket(2, 100)), 2_000);
  expect([1, 2, 4].map((token) => dispatch.arrivalOf(token))).toEqual([1_000, 2_000, undefined]);
  dispatch.forget(2);
  expect(dispatch.arrivalOf(2)).toBeUndefined();
});

test.each([true, false])("counts packets, and tells of each kind of problem once, keepLatest %s", (keepLatest) => {
  const { dispatch, problems } = dispatching({ keepLatest });
  const odd = frameOf(ltpPacket(1, 100), new Uint8Array(16), new Uint8Array(16), ltpPacket(1, 200));
  dispatch.frame(odd, 0);
  dispatch.frame(odd, 0);
  dispatch.frame(heartbeat, 0);
  dispatch.frame(new Uint8Array(2), 0);
  expect(dispatch.stats()).toMatchObject({
    frames: 2,
    heartbeats: 2,
    ticks: 4,
    problems: 4,
    bytes: 2 * odd.length + 3,
  });
  expect(problems).toEqual([expect.stringContaining("packets of 16 bytes")]);
});

test("the lag is that of packets with a time; a packet of a time unknown has none", () => {
  const { dispatch } = dispatching();
  dispatch.frame(three, 5_000_000);
  dispatch.frame(frameOf(fullPacket(1, 100, 0)), 5_000_000);
  expect(dispatch.stats().lag).toBeUndefined();
  dispatch.frame(frameOf(fullPacket(1, 100, 4_998)), 5_000_250);
  dispatch.frame(frameOf(fullPacket(1, 100, 5_000)), 5_000_250);
  expect(dispatch.stats().lag).toEqual({ last: 250, longest: 2_250 });
});
