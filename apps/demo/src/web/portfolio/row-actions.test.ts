import { expect, test } from "vitest";
import { startOf } from "../orders/pad/pad-start.ts";
import { holdingActions, positionActions } from "./row-actions.ts";

const row = { exchange: "NSE", tradingsymbol: "M&M" };
const starts = (actions: readonly { readonly name: string; readonly address: string }[]) =>
  actions
    .slice(0, 2)
    .map(({ name, address }) => [name, startOf(address)?.key, startOf(address)?.form.transaction_type]);

test("the order pad understands where the actions lead", () => {
  expect(starts(holdingActions(row))).toEqual([
    ["Buy more", "NSE:M&M", "BUY"],
    ["Sell", "NSE:M&M", "SELL"],
  ]);
});

test("a long position ends by selling, a short one by buying", () => {
  expect(starts(positionActions({ ...row, quantity: 5 }))[1]).toEqual(["Exit: sell", "NSE:M&M", "SELL"]);
  expect(starts(positionActions({ ...row, quantity: -5 }))[0]).toEqual(["Exit: buy", "NSE:M&M", "BUY"]);
});
