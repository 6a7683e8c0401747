import fc from "fast-check";
import { expect, test } from "vitest";
import { instrumentOf } from "../testing/instrument.ts";
import { Pins } from "./pins.ts";

const START = Date.parse("2026-03-02T09:15:00+05:30");
const MINUTE = 60_000;
const share = instrumentOf({});

test("a minute keeps the first price that was set in it, the highest, the lowest and the last", () => {
  const pins = new Pins();
  for (const [second, paise] of [
    [10, 500],
    [20, 700],
    [30, 400],
    [40, 600],
  ] as const) {
    pins.set("AARON", START + second * 1000, paise);
  }
  expect(pins.of("AARON", START)).toMatchObject({
    minute: START,
    second: 10,
    open: 500,
    high: 700,
    low: 400,
    close: 600,
  });
  expect(pins.standing("AARON", START)).toBeUndefined();
  expect(pins.standing("AARON", START + MINUTE)).toBe(600);
  expect(pins.of("AARON", START + MINUTE)).toBeUndefined();
});

test("says which minute has changed since a version", () => {
  const pins = new Pins();
  pins.set("AARON", START + 5 * MINUTE, 500);
  const seen = pins.version;
  expect(pins.changedSince(share, seen)).toBe(Number.POSITIVE_INFINITY);
  pins.set("OTHER", START, 100);
  expect(pins.changedSince(share, seen)).toBe(Number.POSITIVE_INFINITY);
  pins.set("AARON", START + 7 * MINUTE, 510);
  pins.set("AARON", START + 8 * MINUTE, 520);
  expect(pins.changedSince(share, seen)).toBe(START + 7 * MINUTE);
  // the clock was put back: the later ones are no more
  pins.set("AARON", START + 2 * MINUTE, 490);
  expect(pins.changedSince(share, seen)).toBe(START + 2 * MINUTE);
  expect(pins.standing("AARON", START + 9 * MINUTE)).toBe(490);
});

test("remembers so many minutes and not more, and never forgets what stands", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ name: fc.nat(4), step: fc.nat(3) }), { maxLength: 300 }), (sets) => {
      const pins = new Pins(20);
      let at = START;
      const stands = new Map<string, number>();
      for (const [index, { name, step }] of sets.entries()) {
        at += step * MINUTE;
        pins.set(`${name}`, at, 100 + index);
        stands.set(`${name}`, 100 + index);
      }
      let kept = 0;
      for (const [name, paise] of stands) {
        expect(pins.standing(name, at + MINUTE)).toBe(paise);
        for (let minute = START; minute <= at; minute += MINUTE) if (pins.of(name, minute)) kept += 1;
      }
      expect(kept).toBeLessThanOrEqual(20);
    }),
    { numRuns: 50 },
  );
});

test("whoever has seen what was forgotten has to look again", () => {
  const pins = new Pins(3);
  pins.set("AARON", START, 500);
  const seen = pins.version;
  for (let minute = 1; minute < 4; minute += 1) pins.set("OTHER", START + minute * MINUTE, 100);
  expect(pins.changedSince(share, seen)).toBe(Number.NEGATIVE_INFINITY);
  expect(pins.changedSince(share, pins.version)).toBe(Number.POSITIVE_INFINITY);
  expect(pins.standing("AARON", START + MINUTE)).toBe(500);
});
