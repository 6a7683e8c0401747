import { KiteError } from "@kite/core";
import type { ConfirmStage, Order } from "@kite/orders";
import { expect, test } from "vitest";
import { type OrderRow, orderRow } from "../book/order-row.ts";
import { outcomeOf } from "./outcome-words.ts";
import type { Fate } from "./sent.ts";

const tag = "KDmineXk3";
const at = new Date(0);
const order = { order_id: "1", status: "OPEN", quantity: 1, filled_quantity: 0, tag, meta: {} } as Order;
const row = (change: Partial<Order> = {}): OrderRow => orderRow({ ...order, ...change });
const facts = { sentAt: at, doubt: undefined, looks: 7, failedLooks: 0, lastLookAt: at, updates: 0 };
const error = new KiteError({ code: "Timeout", message: "no answer" });
const sent: ConfirmStage = { stage: "sent", at, tag };
const of = (fate: Fate | undefined, book: OrderRow[] = [], steps: ConfirmStage[] = [sent]) =>
  outcomeOf({ steps, fate }, book);

test("an order under way is in doubt from the moment its answer was lost", () => {
  expect(of(undefined)).toMatchObject({ tone: "moving", isInDoubt: false });
  expect(of(undefined, [], [sent, { stage: "doubtful", at, tag, error }])).toMatchObject({
    tone: "doubt",
    isInDoubt: true,
  });
});

test("a placed order is shown as the book has it now, and as it was found where the book does not have it yet", () => {
  const order_ids = ["1", "2"];
  const placed: Fate = {
    ...{ outcome: "placed", tag, order_id: "1", order_ids, order, orders: [order], answer: undefined, facts },
  };
  expect(of(placed)).toMatchObject({ tone: "taken", title: "Placed", rows: [{ status: "OPEN" }] });
  expect(of(placed, [row({ status: "COMPLETE" })])).toMatchObject({ title: "Placed, and filled", rows: [{}] });
  expect(of(placed, [row({ status: "REJECTED" })])).toMatchObject({ tone: "refused", title: "Rejected" });
});

test("a refused order was never one, or stands in the book as rejected", () => {
  const rejected = { outcome: "rejected", tag, reason: "no funds", error, facts } as const;
  expect(of({ ...rejected, order: undefined })).toMatchObject({ title: "Not placed", rows: [] });
  expect(of({ ...rejected, order })).toMatchObject({ title: "Rejected", rows: [{ order_id: "1" }] });
});

test("what nobody knows stays in doubt until the book shows it, however late", () => {
  for (const fate of [
    { outcome: "unknown", tag, error, lookalikes: [], facts },
    { outcome: "lost", error },
  ] satisfies Fate[]) {
    expect(of(fate, [row({ tag: "other" })])).toMatchObject({ tone: "doubt", isInDoubt: true, rows: [] });
    expect(of(fate, [row()])).toMatchObject({ tone: "taken", isInDoubt: false, rows: [{ order_id: "1" }] });
  }
});
