import { expect, test } from "vitest";
import { LoginAttempts } from "./login-attempts.ts";

test("a login comes back once, to the browser it was started in", () => {
  const attempts = new LoginAttempts();
  const state = attempts.start();
  expect(attempts.finish(state, state)).toBe(true);
  expect(attempts.finish(state, state)).toBe(false);
});

test("a state from elsewhere is refused, with or without a matching cookie", () => {
  const attempts = new LoginAttempts();
  const state = attempts.start();
  expect(attempts.finish("made-up", "made-up")).toBe(false);
  expect(attempts.finish(state, undefined)).toBe(false);
  expect(attempts.finish(state, "other")).toBe(false);
  expect(attempts.finish(undefined, undefined)).toBe(false);
  expect(attempts.finish("", "")).toBe(false);
});

test("an attempt is over after ten minutes", () => {
  let now = 0;
  const attempts = new LoginAttempts(() => now);
  const early = attempts.start();
  now = 600_000;
  expect(attempts.finish(early, early)).toBe(true);
  const late = attempts.start();
  now = 1_200_001;
  expect(attempts.finish(late, late)).toBe(false);
});
