import { afterEach, describe, expect, test } from "vitest";
import { depositoryDate, istDate, istTimestamp, nextContractMonth, nextIstHour } from "./ist.ts";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const at = (text: string): number => Date.parse(`${text.replace(" ", "T")}+05:30`);

describe.each([
  ["UTC", 0],
  ["Asia/Kolkata", 5],
  ["America/New_York", 19],
])("on a host in %s", (name, hourOfEpoch) => {
  test("writes Indian wall time", () => {
    process.env.TZ = name;
    expect(new Date(0).getHours()).toBe(hourOfEpoch); // the host really is there
    expect(istTimestamp(Date.UTC(2026, 2, 8, 18, 29, 59))).toBe("2026-03-08 23:59:59");
    expect(istDate(Date.UTC(2026, 2, 8, 18, 30))).toBe("2026-03-09");
    expect(nextContractMonth(Date.UTC(2026, 10, 30, 18, 29))).toBe("26DEC");
    expect(nextContractMonth(Date.UTC(2026, 10, 30, 18, 30))).toBe("27JAN");
  });
});

test.each([
  ["2026-03-02 05:59:59", "2026-03-02 06:00:00"],
  ["2026-03-02 06:00:00", "2026-03-03 06:00:00"],
  ["2026-03-02 23:30:00", "2026-03-03 06:00:00"],
])("after %s six o'clock comes at %s", (now, six) => {
  expect(istTimestamp(nextIstHour(6, at(now)))).toBe(six);
});

test("counts what comes from 17:30 on for the depository's next day", () => {
  expect(depositoryDate(at("2026-03-02 17:29:59"))).toBe("2026-03-02");
  expect(depositoryDate(at("2026-03-02 17:30:00"))).toBe("2026-03-03");
});
