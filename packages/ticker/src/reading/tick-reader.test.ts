import { isKiteError } from "@kite/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBuffer, type TickBuffering } from "./tick-buffer.ts";
import { TickReader, type TickReaderOptions } from "./tick-reader.ts";

interface Numbered {
  readonly instrument_token: number;
  /** Position in the stream. */
  readonly sequence: number;
}

const tick = (sequence: number, instrument_token = 1): Numbered => ({ instrument_token, sequence });
const reading = (buffer?: TickBuffering, options?: TickReaderOptions) =>
  new TickReader<Numbered>(createBuffer<Numbered>(buffer), options);

/** Reads until the loop ends. */
async function readAll(reader: AsyncIterable<Numbered>): Promise<number[]> {
  const sequences: number[] = [];
  for await (const { sequence } of reader) sequences.push(sequence);
  return sequences;
}

/** Pushes the ticks to a reader that is too slow for all of them, and gives what it reads. */
async function readLate(buffer: TickBuffering | undefined, ticks: readonly Numbered[]) {
  const reader = reading(buffer);
  for (const each of ticks) reader.push(each);
  const { waiting, dropped } = reader;
  reader.close();
  return { sequences: await readAll(reader), waiting, dropped };
}

describe("a late reader gets", () => {
  const busy = [tick(1, 7), tick(2, 8), tick(3, 7), tick(4, 7)];

  test("the newest tick of each instrument by default, the busy one in its old place", async () => {
    expect(await readLate(undefined, busy)).toEqual({ sequences: [4, 2], waiting: 2, dropped: 2 });
    expect(await readLate("latest", busy)).toEqual({ sequences: [4, 2], waiting: 2, dropped: 2 });
  });

  test("the newest n ticks of a queue", async () => {
    expect(await readLate({ queue: 3 }, busy)).toEqual({ sequences: [2, 3, 4], waiting: 3, dropped: 1 });
    expect(await readLate({ queue: 1 }, busy)).toEqual({ sequences: [4], waiting: 1, dropped: 3 });
  });

  test("all ticks when it asked for all", async () => {
    expect(await readLate("all", busy)).toEqual({ sequences: [1, 2, 3, 4], waiting: 4, dropped: 0 });
  });
});

test.each(["newest", { queue: 0 }, { queue: 1.5 }, {}, null, 5])("refuses the buffer %j", (buffer) => {
  expect(() => reading(buffer as TickBuffering)).toThrow(
    expect.objectContaining({ code: "InvalidInput", field: expect.stringMatching(/^buffer/) }),
  );
});

describe("a loop ends without an error", () => {
  test("on break, and what waits or comes is dropped", async () => {
    const ended: string[] = [];
    const reader = reading("all", { start: () => () => ended.push("stopped") });
    reader.push(tick(1));
    reader.push(tick(2));
    for await (const { sequence } of reader) {
      expect(sequence).toBe(1);
      expect(ended).toEqual([]);
      break;
    }
    expect(ended).toEqual(["stopped"]);
    reader.push(tick(3));
    expect([reader.waiting, reader.dropped]).toEqual([0, 1]);
    reader.close(new Error("too late to matter"));
    expect(ended).toEqual(["stopped"]);
  });

  test("on return while it waits for a tick", async () => {
    const iterator = reading()[Symbol.asyncIterator]();
    const next = iterator.next();
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  test("on the signal, whether it waits or has ticks waiting", async () => {
    for (const ticks of [[], [tick(1), tick(2)]]) {
      const controller = new AbortController();
      const reader = reading("all", { signal: controller.signal });
      const all = readAll(reader);
      controller.abort(new Error("enough"));
      for (const each of ticks) reader.push(each);
      expect(await all).toEqual([]);
    }
    const controller = new AbortController();
    const reader = reading("all", { signal: controller.signal });
    reader.push(tick(1));
    controller.abort();
    expect(await readAll(reader)).toEqual([]);
    expect([reader.waiting, reader.dropped]).toEqual([0, 1]);
  });

  test("before it begins, on a signal that has fired already; it is never started", async () => {
    const signal = AbortSignal.abort();
    const start = () => expect.unreachable();
    expect(await readAll(reading("all", { signal, start }))).toEqual([]);
  });

  test("on close, after what was waiting", async () => {
    const reader = reading("all");
    reader.push(tick(1));
    reader.close();
    reader.push(tick(2));
    expect(await readAll(reader)).toEqual([1]);
  });
});

test("a close with a reason is thrown once, after what was waiting", async () => {
  const lost = new Error("the stream is over");
  const reader = reading("all");
  reader.push(tick(1));
  reader.close(lost);
  reader.close(new Error("another"));
  const iterator = reader[Symbol.asyncIterator]();
  expect(await iterator.next()).toEqual({ done: false, value: tick(1) });
  await expect(iterator.next()).rejects.toBe(lost);
  expect(await iterator.next()).toEqual({ done: true, value: undefined });
});

test("a close with a reason reaches a loop that waits, and ends what else it asked for", async () => {
  const lost = new Error("the stream is over");
  const reader = reading();
  const iterator = reader[Symbol.asyncIterator]();
  const asked = Promise.allSettled([iterator.next(), iterator.next()]);
  reader.close(lost);
  expect(await asked).toEqual([
    { status: "rejected", reason: lost },
    { status: "fulfilled", value: { done: true, value: undefined } },
  ]);
});

test("asking ahead gives the ticks in order, as an async generator would", async () => {
  const reader = reading();
  const iterator = reader[Symbol.asyncIterator]();
  const asked = Promise.all([iterator.next(), iterator.next()]);
  reader.push(tick(1));
  reader.push(tick(2));
  expect((await asked).map(({ value }) => value?.sequence)).toEqual([1, 2]);
  expect([reader.waiting, reader.dropped]).toEqual([0, 0]);
});

test("a second loop is refused and does not disturb the first", async () => {
  const reader = reading("all");
  const first = readAll(reader);
  const error = await readAll(reader).catch((reason: unknown) => reason);
  expect(isKiteError(error, "InvalidInput")).toBe(true);
  reader.push(tick(1));
  reader.close();
  expect(await first).toEqual([1]);
});

test("starts with the loop and stops once, also when starting ends it, and leaves nothing on the signal", async () => {
  const calls: string[] = [];
  const { signal } = new AbortController();
  const listeners = { added: 0, removed: 0 };
  const counted = new Proxy(signal, {
    get(target, name) {
      if (name === "addEventListener") listeners.added += 1;
      if (name === "removeEventListener") listeners.removed += 1;
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const reader: TickReader<Numbered> = reading("all", {
    signal: counted,
    start: () => {
      calls.push("start");
      reader.close();
      return () => calls.push("stop");
    },
  });
  expect(calls).toEqual([]);
  expect(await readAll(reader)).toEqual([]);
  expect(calls).toEqual(["start", "stop"]);
  expect(listeners).toEqual({ added: 1, removed: 1 });
});

/** What a producer and a reader do in turn: push a tick of a token, or read one. */
const turns = fc.array(
  fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constant("read" as const)),
);

async function play(buffer: TickBuffering, steps: readonly (number | "read")[]) {
  const reader = reading(buffer);
  const iterator = reader[Symbol.asyncIterator]();
  const read: Promise<IteratorResult<Numbered, undefined>>[] = [];
  let pushed = 0;
  const states: { pushed: number; asked: number; waiting: number; dropped: number }[] = [];
  for (const step of steps) {
    if (step === "read") read.push(iterator.next());
    else reader.push(tick(++pushed, step));
    states.push({ pushed, asked: read.length, waiting: reader.waiting, dropped: reader.dropped });
  }
  reader.close();
  const ticks: Numbered[] = [];
  for (const result of await Promise.all(read)) if (!result.done) ticks.push(result.value);
  for await (const each of iterator) ticks.push(each);
  return { pushed, states, ticks, dropped: reader.dropped };
}

test("latest: an instrument never goes back in time, and its newest tick always arrives", async () => {
  await fc.assert(
    fc.asyncProperty(turns, async (steps) => {
      const { pushed, ticks, dropped, states } = await play("latest", steps);
      const newest = new Map<number, number>();
      for (const { instrument_token, sequence } of ticks) {
        expect(sequence).toBeGreaterThan(newest.get(instrument_token) ?? 0);
        newest.set(instrument_token, sequence);
      }
      let sequence = 0;
      const expected = new Map<number, number>();
      for (const step of steps) if (step !== "read") expected.set(step, ++sequence);
      expect(newest).toEqual(expected);
      expect(ticks.length + dropped).toBe(pushed);
      for (const { waiting } of states) expect(waiting).toBeLessThanOrEqual(4);
    }),
    { numRuns: 500 },
  );
});

test.each([1, 2, 5, "all"] as const)("a queue of %s: what was pushed was read, was dropped, or waits", async (size) => {
  const limit = size === "all" ? Number.POSITIVE_INFINITY : size;
  await fc.assert(
    fc.asyncProperty(turns, async (steps) => {
      const { ticks, dropped, states } = await play(size === "all" ? "all" : { queue: size }, steps);
      const queue: number[] = [];
      const expected: number[] = [];
      let [pushed, asked, lost] = [0, 0, 0];
      for (const [index, step] of steps.entries()) {
        if (step === "read") asked += 1;
        else queue.push(++pushed);
        if (queue.length && expected.length < asked) expected.push(queue.shift() as number);
        if (queue.length > limit) {
          queue.shift();
          lost += 1;
        }
        expect(states[index]).toEqual({ pushed, asked, waiting: queue.length, dropped: lost });
        expect(pushed).toBe(expected.length + lost + queue.length);
      }
      expect(ticks.map(({ sequence }) => sequence)).toEqual([...expected, ...queue]);
      expect(dropped).toBe(lost);
    }),
    { numRuns: 300 },
  );
});

test("a queue agrees with a plain list, however long it grows", () => {
  const lengths = fc.array(fc.tuple(fc.nat(300), fc.nat(300)), { maxLength: 6 });
  fc.assert(
    fc.property(lengths, fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }), (rounds, limit) => {
      const buffer = createBuffer<Numbered>(limit ? { queue: limit } : "all");
      let list: Numbered[] = [];
      let sequence = 0;
      for (const [pushes, takes] of rounds) {
        for (let push = 0; push < pushes; push++) {
          const next = tick(++sequence);
          buffer.push(next);
          list = [...list, next].slice(limit ? -limit : 0);
        }
        for (let take = 0; take < takes; take++) expect(buffer.take()).toBe(list.shift());
        expect(buffer.waiting).toBe(list.length);
      }
    }),
    { numRuns: 50 },
  );
});
