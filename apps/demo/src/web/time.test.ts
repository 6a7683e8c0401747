import { expect, test } from "vitest";
import { indianTime } from "./time.ts";

test("the time of day is India's, whatever the zone of the one who looks", () => {
  expect(indianTime("2026-11-22T19:05:07Z")).toBe("00:35:07");
  expect(indianTime(Date.parse("2026-11-23T05:22:34+05:30"))).toBe("05:22:34");
});
