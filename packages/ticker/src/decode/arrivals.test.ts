import fc from "fast-check";
import { expect, test } from "vitest";
import { Arrivals } from "./arrivals.ts";

test("a number is given once, kept while the instrument is, and given again after it was forgotten", () => {
  const arrivals = new Arrivals();
  expect([arrivals.note(408_065, 1), arrivals.note(256_265, 2), arrivals.note(408_065, 3)]).toEqual([0, 1, 0]);
  expect(arrivals.heardAt(408_065)).toBe(3);
  expect(arrivals.delete(408_065)).toBe(0);
  expect(arrivals.slotOf(408_065)).toBeUndefined();
  expect(arrivals.delete(408_065)).toBeUndefined();
  expect(arrivals.note(738_561, 4)).toBe(0);
  expect(arrivals.note(408_065, 5)).toBe(2);
});

// few of them, so that they meet again; the largest and the smallest that a packet can hold; and some that want the same bucket
const token = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((number) => number * 256 + 1),
  fc.integer({ min: 0, max: 40 }).map((number) => number * 0x0100_0000),
  fc.constantFrom(0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff),
);
const deed = fc.record({ token, forgets: fc.boolean(), at: fc.nat() });

test("whatever comes and goes, it knows what a Map would, and no two instruments have the same number", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 400 }), (deeds) => {
      const arrivals = new Arrivals();
      const model = new Map<number, { readonly slot: number; readonly at: number }>();
      for (const { token, forgets, at } of deeds) {
        const known = model.get(token);
        if (forgets) {
          expect(arrivals.delete(token)).toBe(known?.slot);
          model.delete(token);
        } else {
          const slot = arrivals.note(token, at);
          if (known) expect(slot).toBe(known.slot);
          model.set(token, { slot, at });
        }
        expect(new Set([...model.values()].map(({ slot }) => slot)).size).toBe(model.size);
      }
      for (const { token } of deeds) {
        expect(arrivals.heardAt(token)).toBe(model.get(token)?.at);
        expect(arrivals.slotOf(token)).toBe(model.get(token)?.slot);
      }
    }),
  );
});

test("9,000 instruments, and 9,000 others in their place, again and again", () => {
  const arrivals = new Arrivals();
  for (let day = 0; day < 5; day += 1) {
    const tokens = Array.from({ length: 9_000 }, (_, index) => (day * 9_000 + index) * 256 + 2);
    const slots = new Set(tokens.map((token) => arrivals.note(token, day)));
    expect([slots.size, Math.max(...slots)]).toEqual([9_000, 8_999]);
    for (const token of tokens) arrivals.delete(token);
  }
});
