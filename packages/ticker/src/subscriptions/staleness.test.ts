import { expect, test } from "vitest";
import { FakeClock } from "../testing/fake-clock.ts";
import { Staleness } from "./staleness.ts";

function watching(tokens: number[], staleAfter = 4_000) {
  const clock = new FakeClock();
  const arrivals = new Map<number, number>();
  const told: unknown[] = [];
  const watch = new Staleness(
    clock,
    staleAfter,
    () => tokens,
    (token) => arrivals.get(token),
    ({ instrument_token, lastTick }) => told.push([instrument_token, lastTick && Number(lastTick) - clock.offset]),
  );
  const tick = (token: number) => arrivals.set(token, clock.date());
  return { clock, told, tick, watch };
}

test("tells of each silence once, a quarter of the limit late at most", () => {
  const { clock, told, tick } = watching([1, 2]);
  tick(1);
  for (let second = 0; second < 3; second += 1) {
    clock.pass(1_000);
    tick(2);
  }
  clock.pass(1_000);
  expect(told).toEqual([[1, 0]]);
  clock.pass(2_900);
  expect(told).toEqual([[1, 0]]);
  clock.pass(100);
  expect(told).toEqual([
    [1, 0],
    [2, 3_000],
  ]);
  tick(1);
  clock.pass(5_000);
  expect(told.at(-1)).toEqual([1, 7_000]);
  expect(told).toHaveLength(3);
});

test("an instrument that never ticked is silent since it was asked for", () => {
  const { clock, told } = watching([7]);
  clock.pass(3_999);
  expect(told).toEqual([]);
  clock.pass(1);
  expect(told).toEqual([[7, undefined]]);
});

test("watches what is still asked for, and leaves no timer behind", () => {
  const tokens = [1, 2];
  const { clock, told, watch } = watching(tokens);
  tokens.pop();
  clock.pass(10_000);
  expect(told).toEqual([[1, undefined]]);
  watch.close();
  expect(clock.waiting).toBe(0);
});
