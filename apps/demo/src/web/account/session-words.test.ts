import { expect, test } from "vitest";
import { endWords, leftWords } from "./session-words.ts";

const end = new Date("2026-03-05T06:00:00+05:30");
const at = (time: string) => new Date(`2026-03-${time}+05:30`);

test("names the day as somebody in India does, wherever the page is", () => {
  expect(endWords(end, at("04T09:15:00"))).toBe("06:00 IST tomorrow");
  expect(endWords(end, at("04T23:59:59"))).toBe("06:00 IST tomorrow");
  expect(endWords(end, at("05T00:00:00"))).toBe("06:00 IST today");
  expect(endWords(end, at("03T12:00:00"))).toBe("06:00 IST on Thursday, 5 March");
});

test.each([
  ["04T09:15:00", "in about 21 hours"],
  ["05T04:45:00", "in about 1 hour"],
  ["05T05:00:00", "in about 1 hour"],
  ["05T05:00:01", "in 59 minutes"],
  ["05T05:58:30", "in 1 minute"],
  ["05T05:59:30", "in less than a minute"],
  ["05T06:00:01", "now"],
])("at %s it ends %s", (time, words) => {
  expect(leftWords(end, at(time))).toBe(words);
});
