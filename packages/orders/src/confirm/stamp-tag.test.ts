import { expect, test } from "vitest";
import { stampTag } from "./stamp-tag.ts";

test("keeps up to 12 characters of one's own and fills up to 20", () => {
  expect(stampTag(undefined, "f")).toMatch(/^[A-Za-z0-9]{20}$/);
  expect(stampTag("a", "f")).toMatch(/^a[A-Za-z0-9]{19}$/);
  expect(stampTag("twelve0chars", "f")).toMatch(/^twelve0chars[A-Za-z0-9]{8}$/);
});

test("gives no tag twice", () => {
  const tags = Array.from({ length: 20_000 }, () => stampTag("twelve0chars", "f"));
  expect(new Set(tags).size).toBe(tags.length);
});

test("uses every character about as often as any other", () => {
  const counts = new Map<string, number>();
  for (let round = 0; round < 2_000; round += 1)
    for (const character of stampTag(undefined, "f")) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(62);
  // 645 are expected; a deviation of a third is 8 times the standard one.
  expect(Math.min(...counts.values())).toBeGreaterThan(430);
  expect(Math.max(...counts.values())).toBeLessThan(860);
});

test.each([[""], ["thirteenchars"], ["with space"], ["dash-ed"], ["é"], [5 as never], [null as never]])(
  "refuses %j",
  (own) => {
    expect(() => stampTag(own, "placeAndConfirm")).toThrow(/^placeAndConfirm: tag: must be 1 to 12 letters and digits/);
  },
);
