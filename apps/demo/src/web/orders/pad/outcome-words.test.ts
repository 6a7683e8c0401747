import type { PlaceOrderParams } from "@kite/orders";
import { expect, test } from "vitest";
import type { OrderRow, PlacementStep } from "../../../shared/orders-api.ts";
import { intentOf } from "./intent.ts";
import { outcomeOf } from "./outcome-words.ts";
import type { Fate } from "./sent.ts";

const order: PlaceOrderParams = {
  ...{ variety: "regular", exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: 1 },
  ...{ product: "CNC", order_type: "LIMIT", price: 1400, tag: "mine" },
};
const intent = intentOf(order, []);
const tag = "mineXk3";
const row = (change: Partial<OrderRow>): OrderRow =>
  ({ ...order, tags: [tag], order_id: "1", status: "OPEN", ...change }) as OrderRow;
const failure = { code: "Timeout", message: "m", what_to_do: "w" };
const tried = { sent_at: null, doubt: null, looks: 7, failed_looks: 0, last_look_at: null, lookalikes: [] };
const of = (fate: Fate | undefined, book: OrderRow[] = [], steps: PlacementStep[] = []) =>
  outcomeOf({ intent, steps, fate }, book);

test("an order under way is in doubt from the moment its answer was lost", () => {
  expect(of(undefined)).toMatchObject({ tone: "moving", isInDoubt: false });
  const doubtful: PlacementStep = { stage: "doubtful", at: "2026-01-05T05:00:00Z", tag, message: "m" };
  expect(of(undefined, [], [doubtful])).toMatchObject({ tone: "doubt", isInDoubt: true });
});

test("a placed order is shown as the book has it now, and as it was found where the book does not have it yet", () => {
  const placed: Fate = { outcome: "placed", tag, order_ids: ["1", "2"], orders: [row({})] };
  expect(of(placed)).toMatchObject({ tone: "taken", title: "Placed", rows: [{ status: "OPEN" }] });
  expect(of(placed, [row({ status: "COMPLETE" })])).toMatchObject({ title: "Placed, and filled", rows: [{}] });
  expect(of(placed, [row({ status: "REJECTED" })])).toMatchObject({ tone: "refused", title: "Rejected" });
});

test("a refused order was never one, or stands in the book as rejected", () => {
  expect(of({ outcome: "rejected", tag, failure, orders: [] }).title).toBe("Not placed");
  expect(of({ outcome: "rejected", tag, failure, orders: [row({})] }).title).toBe("Rejected");
});

test("what nobody knows stays in doubt until the book shows it, however late", () => {
  for (const fate of [
    { outcome: "unknown", tag, failure, tried },
    { outcome: "lost", error: new Error("gone") },
  ] satisfies Fate[]) {
    expect(of(fate, [row({ tags: ["other"] })])).toMatchObject({ tone: "doubt", isInDoubt: true, rows: [] });
    expect(of(fate, [row({})])).toMatchObject({ tone: "taken", isInDoubt: false, rows: [{ order_id: "1" }] });
  }
});
