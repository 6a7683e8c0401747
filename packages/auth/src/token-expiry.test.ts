import fc from "fast-check";
import { expect, test } from "vitest";
import { caught } from "./testing/caught.ts";
import { tokenExpiry } from "./token-expiry.ts";

const istClock = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Kolkata", timeStyle: "medium" });

test.each([
  ["in the morning", "2026-03-03T09:15:00+05:30", "2026-03-04T06:00:00+05:30"],
  ["in the last second of the day", "2026-02-28T23:59:59.999+05:30", "2026-03-01T06:00:00+05:30"],
  ["after midnight", "2026-03-03T00:00:00+05:30", "2026-03-03T06:00:00+05:30"],
  ["in the last millisecond before six", "2026-03-03T05:59:59.999+05:30", "2026-03-03T06:00:00+05:30"],
  ["at six sharp", "2026-03-03T06:00:00+05:30", "2026-03-04T06:00:00+05:30"],
])("a token made %s dies at the next 06:00 IST", (_, login, expiry) => {
  expect(tokenExpiry(new Date(login))).toEqual(new Date(expiry));
});

test("it is always 06:00:00 IST, later than the login, and by a day at most", () => {
  // From 1950 on: before, India had other offsets, and the platform's clock shows them.
  const login = fc.date({ min: new Date("1950-01-01"), max: new Date("9999-12-30"), noInvalidDate: true });
  fc.assert(
    fc.property(login, (login_time) => {
      const expiry = tokenExpiry(login_time);
      const life = expiry.getTime() - login_time.getTime();
      expect(istClock.format(expiry)).toBe("06:00:00");
      expect(expiry.getMilliseconds()).toBe(0);
      expect(life).toBeGreaterThan(0);
      expect(life).toBeLessThanOrEqual(86_400_000);
    }),
  );
});

test.each([
  ["no date", undefined],
  ["an invalid one", new Date("?")],
  ["text", "2026-03-03 09:15:00"],
  ["the end of time", new Date(8.64e15)],
])("refuses %s", async (_, login_time) => {
  const error = await caught(() => tokenExpiry(login_time as Date));
  expect(error.code).toBe("InvalidInput");
  expect(error.message).toBe("tokenExpiry: login_time: must be a valid Date");
});
