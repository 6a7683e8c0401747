import { KiteError } from "@kite/core";
import type { ConfirmResult, OrderIntent } from "@kite/orders";
import { expect, test } from "vitest";
import { recoveryWords } from "./recovery-words.ts";

const tag = "KDmineXk3";
const intent = { id: tag } as OrderIntent;
const facts = { sentAt: undefined, doubt: undefined, looks: 1, failedLooks: 0, lastLookAt: undefined, updates: 0 };
const error = new KiteError({ code: "OrderNotFound", message: "no order", outcome: "unknown" });
const words = (result: ConfirmResult | undefined) => recoveryWords({ intent, steps: [], result, error: undefined });

test("says that an order is looked for, and at which time again", () => {
  expect(words(undefined)).toMatchObject({ tone: "moving", text: "It is not sent again." });
  const looking = { stage: "looking", look: 2, of: 5, nextAt: undefined, at: new Date(0), tag } as const;
  expect(recoveryWords({ intent, steps: [looking], result: undefined, error: undefined }).text).toBe(
    "Looking at the book, 2 of 5, for the last time",
  );
});

test("a placed order is told with all its ids", () => {
  const order_ids = ["11", "12"];
  const placed = { outcome: "placed", tag, order_id: "11", order_ids, order: undefined, orders: [] } as const;
  expect(words({ ...placed, answer: undefined, facts })).toMatchObject({
    tone: "taken",
    text: expect.stringContaining("11, 12"),
  });
});

test("what nobody knows is told with its tag and with what to do; reads that failed are owned up to", () => {
  const unknown = { outcome: "unknown", tag, error, lookalikes: [], facts } as const;
  expect(words(unknown)).toMatchObject({ tone: "doubt", text: expect.stringContaining(tag) });
  expect(words(unknown).text).toContain("before you place it again");
  expect(words(unknown).text).not.toContain("could not always be read");
  expect(words({ ...unknown, facts: { ...facts, failedLooks: 1 } }).text).toContain("could not always be read");
});

test("what could not be looked for stays in doubt", () => {
  const lost = new KiteError({ code: "NotLoaded", message: "its code could not be loaded", outcome: "not-sent" });
  expect(recoveryWords({ intent, steps: [], result: undefined, error: lost })).toMatchObject({ tone: "doubt" });
});
