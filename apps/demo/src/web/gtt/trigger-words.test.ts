import { expect, test } from "vitest";
import type { TriggerRow } from "./trigger-row.ts";
import { distanceText, legSentence, limitAdvice, roleOf, stateOf, wayOfLeg } from "./trigger-words.ts";

const leg = {
  trigger_value: 1450,
  transaction_type: "SELL",
  quantity: 10,
  product: "CNC",
  price: 1445,
  result: null,
} as const;
const row: TriggerRow = {
  id: 1,
  type: "single",
  status: "active",
  exchange: "NSE",
  tradingsymbol: "INFY",
  instrument_token: 408065,
  created_at: new Date("2026-01-05T04:00:00Z"),
  expires_at: new Date("2027-01-05T04:00:00Z"),
  placed_at_price: 1500,
  last_price: 1500,
  legs: [leg],
  rejection_reason: null,
};
const fired = (accepted: boolean): TriggerRow => {
  const result = { at: row.created_at, triggered_at: 1449, accepted, order_id: "", rejection_reason: "" };
  return { ...row, status: "triggered", legs: [{ ...leg, result }] };
};

test("says how far a trigger is from the price", () => {
  expect(distanceText(1400, 1500)).toBe("100.00 (6.67\u00a0%) below the last price");
  expect(distanceText(1650, 1500, "now")).toBe("150.00 (10.00\u00a0%) above now");
  expect(distanceText(1500, 1500)).toBe("at the last price");
});

test("says an order in a sentence, with the way the price has to go", () => {
  expect(legSentence(leg, "NSE", "fall")).toBe("Sell 10 shares at 1,445.00 or better when the price falls to 1,450.00");
});

test("the lower one of two legs is reached by a fall, whatever the price was", () => {
  const pair = { ...row, legs: [leg, { ...leg, trigger_value: 1600 }] };
  expect([wayOfLeg(pair, 0), wayOfLeg(pair, 1), wayOfLeg(row, 0)]).toEqual(["fall", "rise", "fall"]);
  expect([roleOf("SELL", 0), roleOf("SELL", 1), roleOf("BUY", 0)]).toEqual(["Stop-loss", "Target", "Target"]);
});

test("warns of a limit on the far side of its trigger", () => {
  expect(limitAdvice("SELL", 1450, 1445)).toBeUndefined();
  expect(limitAdvice("SELL", 1450, 1455)).toContain("higher");
  expect(limitAdvice("BUY", 1450, 1445)).toContain("lower");
});

test("a trigger that has fired says what became of its order; a state of the future keeps its name", () => {
  expect(stateOf(row).text).toBe("Waiting");
  expect([stateOf(fired(true)).kind, stateOf(fired(false)).kind]).toEqual(["good", "bad"]);
  expect(stateOf({ ...row, status: "paused" })).toEqual({ text: "paused", kind: "over" });
});
