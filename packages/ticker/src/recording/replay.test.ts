import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { RecordedFrame } from "./format.ts";
import { type ReplayOptions, replay } from "./replay.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Frames that came at these seconds. */
const recorded = (...seconds: readonly number[]): RecordedFrame[] =>
  seconds.map((second) => ({ at: new Date(second * 1000), bytes: Uint8Array.of(second) }));

/** Plays, and notes what came at which millisecond of the clock. */
function playing(frames: Iterable<RecordedFrame> | AsyncIterable<RecordedFrame>, options?: ReplayOptions) {
  const began = performance.now();
  const heard: [byte: number | undefined, milliseconds: number][] = [];
  const ended = (async () => {
    for await (const { bytes } of replay(frames, options)) heard.push([bytes[0], performance.now() - began]);
    return "ended";
  })();
  return { heard, ended };
}

describe("the pace", () => {
  test.each([
    [undefined, [0, 2000, 2000, 10_000]],
    [2, [0, 1000, 1000, 5000]],
    [0.5, [0, 4000, 4000, 20_000]],
    [Number.POSITIVE_INFINITY, [0, 0, 0, 0]],
  ])("at speed %s", async (speed, times) => {
    const { heard, ended } = playing(recorded(100, 102, 102, 110), { speed });
    await vi.runAllTimersAsync();
    expect(await ended).toBe("ended");
    expect(heard.map(([, time]) => time)).toEqual(times);
    expect(heard.map(([byte]) => byte)).toEqual([100, 102, 102, 110]);
  });

  test("is kept over the whole: a slow loop gets at once what it is late for, and no more", async () => {
    const began = performance.now();
    const times: number[] = [];
    const ended = (async () => {
      for await (const _ of replay(recorded(0, 1, 2, 3, 9))) {
        times.push(performance.now() - began);
        if (times.length === 1) await new Promise((resolve) => setTimeout(resolve, 2500));
      }
    })();
    await vi.runAllTimersAsync();
    await ended;
    expect(times).toEqual([0, 2500, 2500, 3000, 9000]);
  });

  test("has no longest pause: weeks between two frames are waited for", async () => {
    const month = 31 * 86_400;
    const { heard, ended } = playing(recorded(0, month));
    await vi.advanceTimersByTimeAsync(month * 1000 - 1);
    expect(heard).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await ended;
    expect(heard).toHaveLength(2);
  });

  test("does not turn back when the clock of the recorder did", async () => {
    const { heard, ended } = playing(recorded(10, 5, 12));
    await vi.runAllTimersAsync();
    await ended;
    expect(heard.map(([, time]) => time)).toEqual([0, 0, 2000]);
  });
});

test.each([0, -1, Number.NaN])("refuses a speed of %s", async (speed) => {
  await expect(playing(recorded(1), { speed }).ended).rejects.toMatchObject({ code: "InvalidInput", field: "speed" });
});

describe("the signal", () => {
  test("ends a pause, without an error, and lets the recording go", async () => {
    const closed: string[] = [];
    async function* source() {
      try {
        yield* recorded(0, 100);
      } finally {
        closed.push("closed");
      }
    }
    const controller = new AbortController();
    const { heard, ended } = playing(source(), { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    expect(await ended).toBe("ended");
    expect(heard).toHaveLength(1);
    expect(closed).toEqual(["closed"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("that has fired gives nothing, at any speed", async () => {
    const { heard, ended } = playing(recorded(0, 1), { signal: AbortSignal.abort(), speed: Number.POSITIVE_INFINITY });
    expect(await ended).toBe("ended");
    expect(heard).toEqual([]);
  });
});
