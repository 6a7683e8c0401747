import { KiteError } from "@kite/core";
import type { ConfirmStage } from "@kite/orders";
import { expect, test } from "vitest";
import { indianTime } from "../../time.ts";
import { stageLines } from "./stage-words.ts";

const at = (second: number) => new Date(Date.UTC(2026, 0, 5, 5, 0, second));
const tag = "mineXk3";
const failed = (endpoint: string, message: string) =>
  new KiteError({ code: "Timeout", endpoint, message, outcome: "unknown" });
const sent: ConfirmStage[] = [
  { stage: "intent-logged", at: at(0), tag },
  { stage: "queued", at: at(0), tag },
  { stage: "sent", at: at(1), tag },
];
const doubtful: ConfirmStage = {
  ...{ stage: "doubtful", at: at(4), tag, error: failed("placeOrder", "no answer within 3000 ms") },
};
const texts = (steps: ConfirmStage[]) => stageLines(steps).map(({ text }) => text);

test("an order that goes well has a line for each stage, in order", () => {
  const steps: ConfirmStage[] = [
    ...sent,
    { stage: "answered", at: at(1), tag, order_ids: ["11", "12"] },
    { stage: "looking", at: at(1), tag, look: 1, of: 8, nextAt: at(2) },
    { stage: "found", at: at(2), tag, order_ids: ["11"], by: "book" },
    { stage: "done", at: at(2), tag, outcome: "placed" },
  ];
  expect(texts(steps)).toEqual([
    "Written down, with the tag mineXk3",
    "Waited for its turn",
    "Sent",
    "Answered: orders 11, 12",
    "Looking at the book, 1 of 8",
    "Found in the book: order 11",
    "Done: it is placed",
  ]);
  expect(texts(sent.slice(0, 2)).at(-1)).toBe("Waits for its turn");
});

test("looks at the book share a line, which tells of the newest one and when the next will be", () => {
  const looking = (look: number, nextAt: Date | undefined): ConfirmStage => ({
    ...{ stage: "looking", at: at(4 + look), tag, look, of: 7, nextAt },
  });
  const inVain: ConfirmStage = { stage: "look-failed", at: at(5), tag, error: failed("getOrders", "cut short") };
  const lines = stageLines([...sent, doubtful, looking(1, at(6)), inVain, looking(2, at(9))]);
  expect(lines.slice(3).map(({ text }) => text)).toEqual([
    "In doubt: No answer within 3000 ms.",
    `Looking at the book, 2 of 7; again at ${indianTime(at(9))}`,
    "The book could not be read: Cut short.",
  ]);
  expect(lines[4]?.at).toEqual(at(6));
  expect(texts([doubtful, looking(3, at(12))]).at(-1)).toBe(
    `Looking at the book, 3 of 7; again at ${indianTime(at(12))}`,
  );
  expect(texts([doubtful, looking(7, undefined)]).at(-1)).toBe("Looking at the book, 7 of 7, for the last time");
});
