import type { Candle } from "@kite/models";
import { expect, test } from "vitest";
import { fullTick, ltpTick, quoteTick } from "../testing/ticks.ts";
import { CandleBuilder, type CandleBuilderOptions } from "./candle-builder.ts";

const token = 408065;
/** A moment of Monday, 2 March 2026, in India. */
const at = (clock: string, day = "02"): Date => new Date(`2026-03-${day}T${clock}+05:30`);
const bar = (clock: string, [open, high, low, close]: readonly number[], volume: number): Candle =>
  ({ date: at(clock), open, high, low, close, volume }) as Candle;
const traded = (price: number, volume: number, clock: string, sent = clock) =>
  fullTick(price, volume, { traded: at(clock), sent: at(sent) });

function building(interval: CandleBuilderOptions["interval"] = "minute") {
  const closed: Candle[] = [];
  const builder = new CandleBuilder({ interval, onBar: (candle) => closed.push(candle) });
  return { builder, closed };
}

test.each([
  ["3 minutes ahead", at("10:03:00")],
  ["on another day", at("10:03:00", "09")],
  ["3 minutes behind", at("09:57:00")],
])("ticks with times make the same bars when our clock is %s", (_, arrival) => {
  const { builder, closed } = building();
  builder.add(quoteTick(100, 10), arrival);
  builder.add(traded(100, 10, "10:00:05"), arrival);
  builder.add(traded(101, 13, "10:00:40"), arrival);
  builder.add(traded(102, 15, "10:01:10"), arrival);
  // The connection was lost.
  builder.add(quoteTick(103, 20), arrival);
  builder.add(traded(103, 20, "10:02:30"), arrival);
  builder.add(traded(104, 21, "10:03:10"), arrival);
  expect(closed).toEqual([
    { ...bar("10:00:00", [100, 101, 100, 101], 3), oi: 0 },
    { ...bar("10:01:00", [102, 102, 102, 102], 2), oi: 0 },
    { ...bar("10:02:00", [103, 103, 103, 103], 5), oi: 0 },
  ]);
  expect(builder.live(token)).toEqual({ ...bar("10:03:00", [104, 104, 104, 104], 1), oi: 0 });
});

test("a clock that is on the morning of that day does not put the whole day's volume into a bar", () => {
  const { builder } = building();
  builder.add(quoteTick(100, 5_000_000), at("09:10:00"));
  builder.add(traded(100, 5_000_000, "11:00:05"), at("09:10:00"));
  builder.add(traded(101, 5_000_007, "11:00:06"), at("09:10:01"));
  expect(builder.live(token)?.volume).toBe(7);
});

test("what was last traded hours ago makes no bar, in any mode, until it is traded again", () => {
  const { builder, closed } = building();
  builder.add(quoteTick(55, 10), at("11:03:00"));
  builder.add(traded(55, 10, "09:20:00", "11:03:01"), at("11:03:01"));
  builder.advance(at("11:04:02"));
  expect(closed).toEqual([]);
  builder.add(traded(56, 12, "11:05:30"));
  expect(builder.live(token)).toEqual({ ...bar("11:05:00", [56, 56, 56, 56], 2), oi: 0 });

  const untimed = building();
  untimed.builder.add(quoteTick(55, 10), at("11:03:00"));
  untimed.builder.add(quoteTick(55, 10), at("11:03:30"));
  untimed.builder.advance(at("11:04:02"));
  untimed.builder.add(quoteTick(56, 12), at("11:05:30"));
  expect(untimed.closed).toEqual([]);
  expect(untimed.builder.live(token)).toEqual(bar("11:05:00", [56, 56, 56, 56], 2));
});

test("a subscription after hours makes no bar, nor does the one after a lost connection", () => {
  const { builder, closed } = building();
  for (const clock of ["20:00:00", "20:10:00"]) builder.add(quoteTick(55, 10), at(clock));
  builder.advance(at("20:15:00"));
  expect([closed, builder.live(token)]).toEqual([[], undefined]);
});

test("ticks of mode quote make bars by their arrival, and the volume counts from the first of them on", () => {
  const { builder, closed } = building();
  builder.add(quoteTick(100, 1000), at("11:00:10"));
  builder.add(quoteTick(101, 1004), at("11:00:20"));
  builder.add(quoteTick(99, 1005), at("11:00:59"));
  builder.add(quoteTick(102, 1010), at("11:01:00"));
  builder.advance(at("11:02:02"));
  expect(closed).toEqual([bar("11:00:00", [101, 101, 99, 99], 5), bar("11:01:00", [102, 102, 102, 102], 5)]);
});

test("ticks of mode ltp make bars by their arrival, from the first of them on", () => {
  const { builder, closed } = building();
  builder.add(quoteTick(90, 1000), at("11:00:10"));
  builder.add(ltpTick(101), at("11:00:20"));
  builder.advance(at("11:01:02"));
  expect(closed).toEqual([bar("11:00:00", [101, 101, 101, 101], 0)]);
});

test.each([
  ["of the first bar has all that was traded", "09:16:50", 1300],
  ["of a later bar has only what came after the subscription", "09:20:10", 300],
])("the volume %s, when the subscription begins within the first bar", (_, clock, volume) => {
  const { builder } = building("5minute");
  builder.add(quoteTick(100, 1000), at("09:16:00"));
  builder.add(quoteTick(101, 1300), at(clock));
  expect(builder.live(token)?.volume).toBe(volume);
});

test("the volume of yesterday does not count against that of today", () => {
  const { builder } = building();
  builder.add(quoteTick(100, 1000), at("20:00:00"));
  builder.add(quoteTick(101, 700), at("11:00:00", "03"));
  builder.add(quoteTick(102, 730), at("11:00:01", "03"));
  expect(builder.live(token)?.volume).toBe(30);
});

test("when ticks lose their times, the volume of the first without one counts with the next", () => {
  const { builder } = building();
  builder.add(traded(100, 1000, "11:00:10"));
  builder.add(quoteTick(101, 1004), at("11:00:20"));
  builder.add(quoteTick(102, 1010), at("11:00:21"));
  expect(builder.live(token)?.volume).toBe(10);
});

test("history that came after the subscription has what that told, and the volume counts from the next tick on", () => {
  const { builder } = building("5minute");
  builder.add(quoteTick(96, 49_000), at("10:04:59"));
  builder.seed(token, [bar("10:05:00", [94, 97, 93, 96], 400)], { at: at("10:07:00") });
  builder.add(quoteTick(97, 49_400), at("10:07:05"));
  builder.add(quoteTick(98, 49_420), at("10:07:06"));
  expect(builder.live(token)).toEqual(bar("10:05:00", [94, 98, 93, 98], 420));
});

test("after history too, a tick that repeats the snapshot makes no bar", () => {
  const { builder } = building("5minute");
  builder.add(quoteTick(96, 49_000), at("10:11:00"));
  builder.seed(token, [bar("10:05:00", [94, 97, 93, 96], 400)], { at: at("10:12:00") });
  builder.add(quoteTick(96, 49_000), at("10:12:01"));
  expect(builder.live(token)).toBeUndefined();
});
