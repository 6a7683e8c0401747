import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reason } from "../ticker-api.ts";
import { waitAfter } from "./backoff.ts";

const usual = { first: 1_000, longest: 60_000 };
const almostOne = () => 1 - Number.EPSILON;
const none = () => 0;

test("the longest wait doubles with each failure, from one second to a minute, and there it stays", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 5_000].map((failures) =>
    Math.round(waitAfter({ reason: "network" }, failures, usual, almostOne)),
  );
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
});

test("any wait up to the longest is possible, so that programs do not come back in step", () => {
  expect(waitAfter({ reason: "server" }, 5, usual, none)).toBe(0);
  expect(waitAfter({ reason: "server" }, 5, usual, () => 0.25)).toBe(4_000);
});

test("too many connections: a quarter of a minute at least, five minutes at most, whatever the settings for other failures", () => {
  const quick = { first: 1, longest: 2 };
  expect([1, 2, 4, 5, 50].map((failures) => waitAfter({ reason: "limit" }, failures, quick, almostOne))).toEqual(
    [30_000, 60_000, 240_000, 300_000, 300_000].map((wait) => expect.closeTo(wait, 3)),
  );
  expect(waitAfter({ reason: "limit" }, 2, quick, none)).toBe(30_000);
});

test("never comes back before the server allows it", () => {
  expect(waitAfter({ reason: "server", retryAfter: 90_000 }, 1, usual, none)).toBe(90_000);
  expect(waitAfter({ reason: "limit", retryAfter: 400_000 }, 1, usual, almostOne)).toBe(400_000);
});

test("is a wait that a timer can have, for every number of failures", () => {
  const reasons: Reason[] = ["auth", "limit", "network", "server", "idle", "asked"];
  fc.assert(
    fc.property(
      fc.constantFrom(...reasons),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (reason, failures, chance) => {
        const wait = waitAfter({ reason }, failures, usual, () => chance);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(300_000);
      },
    ),
  );
});
