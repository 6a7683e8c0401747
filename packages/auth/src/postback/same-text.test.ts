import fc from "fast-check";
import { expect, test } from "vitest";
import { sameText } from "./same-text.ts";

test("agrees with === on any two texts, and on texts that nearly agree", () => {
  const text = fc.string({ maxLength: 4, unit: fc.constantFrom("a", "b", "\0") });
  fc.assert(
    fc.property(text, text, (one, other) => sameText(one, other) === (one === other)),
    { numRuns: 2_000 },
  );
});

test.each([
  ["", "a"],
  ["a", ""],
  ["ab", "a"],
  ["a", "ab"],
  ["a", "a\0"],
  ["a\0", "a"],
  ["\0", ""],
])("%j is not %j", (one, other) => expect(sameText(one, other)).toBe(false));
