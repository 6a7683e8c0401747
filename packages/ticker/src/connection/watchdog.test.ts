import { expect, test } from "vitest";
import { FakeClock } from "../testing/fake-clock.ts";
import { Watchdog } from "./watchdog.ts";

function watching() {
  const clock = new FakeClock();
  const told: string[] = [];
  const tell = (what: string) => () => void told.push(`${what} at ${clock.now()}`);
  const watchdog = new Watchdog(clock, 5_000, tell("silent"), tell("dead"));
  watchdog.start();
  return { clock, told, watchdog };
}

test("tells of a silence exactly when the limit is reached, and of the end a fifth later, once each", () => {
  const { clock, told } = watching();
  clock.pass(4_999);
  expect(told).toEqual([]);
  clock.pass(60_000);
  expect(told).toEqual(["silent at 5000", "dead at 6000"]);
  expect(clock.waiting).toBe(0);
});

test("the limit counts from the last sign of life, not from the last look", () => {
  const { clock, told, watchdog } = watching();
  clock.pass(4_900);
  expect(watchdog.heard()).toBe(false);
  clock.pass(4_999);
  expect(told).toEqual([]);
  clock.pass(1);
  expect(told).toEqual(["silent at 9900"]);
});

test("a sign of life in the last fifth ends the silence", () => {
  const { clock, told, watchdog } = watching();
  clock.pass(5_500);
  expect(watchdog.heard()).toBe(true);
  expect(watchdog.heard()).toBe(false);
  clock.pass(4_999);
  expect(told).toEqual(["silent at 5000"]);
  clock.pass(1);
  expect(told).toEqual(["silent at 5000", "silent at 10500"]);
});

test("a program that was busy itself reads what arrived before it gives up", () => {
  const { clock, told, watchdog } = watching();
  clock.freeze(60_000);
  clock.pass(0);
  expect(told).toEqual(["silent at 60000"]);
  expect(watchdog.heard()).toBe(true);
  clock.pass(1_000);
  expect(told).toEqual(["silent at 60000"]);
});

test("stops: no timer is left", () => {
  const { clock, told, watchdog } = watching();
  watchdog.stop();
  clock.pass(60_000);
  expect(told).toEqual([]);
  expect(clock.waiting).toBe(0);
});

test("hearing costs no timer", () => {
  const { clock, watchdog } = watching();
  for (let frame = 0; frame < 1_000; frame += 1) watchdog.heard();
  expect(clock.waiting).toBe(1);
});
