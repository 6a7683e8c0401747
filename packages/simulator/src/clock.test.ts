import { expect, test } from "vitest";
import { Clock } from "./clock.ts";

test("runs on from where it was set", () => {
  let source = 1000;
  const clock = new Clock(() => source);
  expect(clock.now()).toBe(1000);
  clock.set(50_000);
  source += 25;
  expect(clock.now()).toBe(50_025);
  clock.set(10);
  expect(clock.now()).toBe(10);
});
