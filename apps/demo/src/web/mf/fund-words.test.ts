import { expect, test } from "vitest";
import { calendarText, orderState, ordinal, progressText, scheduleText, stepUpText, worthOf } from "./fund-words.ts";

test("the gain is worked out of cost and value, whatever the exchange sends", () => {
  const holdings = [
    { quantity: 10.5, average_price: 100, last_price: 120 },
    { quantity: 2, average_price: 50, last_price: 40 },
  ];
  expect(worthOf(holdings)).toEqual({ invested: 1150, value: 1340, gain: 190, percent: 19_000 / 1150 });
  expect(worthOf([]).percent).toBeUndefined();
});

test("says a schedule in words", () => {
  const sip = { frequency: "monthly", instalment_amount: 5000, instalment_day: 10 };
  expect(scheduleText(sip)).toBe("₹5,000.00 every month on the 10th");
  expect(scheduleText({ ...sip, frequency: "weekly", instalment_day: 0 })).toBe("₹5,000.00 every week");
  expect(scheduleText({ ...sip, frequency: "fortnightly" })).toBe("₹5,000.00 fortnightly");
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 30].map(ordinal).join(" ")).toBe(
    "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 30th",
  );
});

test("says how far a SIP has come, and by how much it grows", () => {
  expect(progressText({ instalments: 52, completed_instalments: 12, pending_instalments: 40 })).toBe(
    "12 done, 40 to go",
  );
  expect(progressText({ instalments: -1, completed_instalments: 7, pending_instalments: -1 })).toBe("7 done, no end");
  expect(progressText({ instalments: 9999, completed_instalments: 6, pending_instalments: 9993 })).toContain("no end");
  expect(stepUpText({ "15-02": 10 })).toBe("10\u00a0% more each 15 Feb");
  expect(stepUpText({})).toBe("");
});

test("says the state of an order, and keeps what it does not know", () => {
  expect(orderState({ status: "OPEN" }).text).toBe("Open");
  expect(orderState({ status: "PROCESSING" }).text).toBe("PROCESSING");
  expect(orderState({ status: null }).text).toBe("Not known");
});

test("writes a date, and leaves alone what is none", () => {
  expect([calendarText("2026-11-20"), calendarText("soon")]).toEqual(["20 Nov 2026", "soon"]);
});
