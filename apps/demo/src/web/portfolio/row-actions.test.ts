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

test("a position ends as a whole, and as the product that it is: a long one by selling, a short one by buying", () => {
  const position = { ...row, product: "MIS", quantity: 50 };
  const exits = [positionActions(position)[1], positionActions({ ...position, quantity: -50 })[0]];
  expect(exits.map((exit) => [exit?.name, startOf(exit?.address ?? "")?.form])).toEqual([
    ["Exit: sell", { transaction_type: "SELL", quantity: "50", product: "MIS" }],
    ["Exit: buy", { transaction_type: "BUY", quantity: "50", product: "MIS" }],
  ]);
});

test("more of a position is more of the same product, and how much is asked for", () => {
  const short = { ...row, product: "NRML", quantity: -50 };
  expect(positionActions(short)[1]?.name).toBe("Sell more");
  expect(startOf(positionActions(short)[1]?.address ?? "")?.form).toEqual({
    transaction_type: "SELL",
    product: "NRML",
  });
});
