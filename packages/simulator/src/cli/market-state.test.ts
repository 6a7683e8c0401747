import { expect, test } from "vitest";
import { marketState, wallClock } from "./market-state.ts";

const at = (text: string): number => Date.parse(`${text}+05:30`);

test.each([
  [
    "2026-03-02T08:00",
    "shares open at 09:15, derivatives open at 09:15, currencies open at 09:00, commodities open at 09:00",
  ],
  ["2026-03-02T10:00", /^shares open until 15:30, .*, currencies open until 17:00, commodities open until 23:55$/],
  ["2026-03-02T18:00", /^shares closed since 15:30, .*, currencies closed since 17:00, commodities open until 23:55$/],
  ["2026-03-03T10:00", /^shares closed today, .*, commodities open at 17:00$/],
  [
    "2026-03-01T10:00",
    "shares closed today, derivatives closed today, currencies closed today, commodities closed today",
  ],
])("at %s it says what is open", (time, expected) => {
  if (typeof expected === "string") expect(marketState(at(time))).toBe(expected);
  else expect(marketState(at(time))).toMatch(expected);
});

test("the clock is that of India, wherever this machine is", () => {
  expect(wallClock(at("2026-03-02T00:05:09"))).toBe("Mon 2 Mar 2026, 00:05:09 IST");
});
