import type { OrderEvent } from "@kite/ticker";
import { expect, test } from "vitest";
import { orderWords } from "./order-words.ts";

const order = (part: Partial<OrderEvent["order"]>) =>
  ({
    tradingsymbol: "INFY",
    transaction_type: "BUY",
    quantity: 1_500,
    filled_quantity: 0,
    status: "OPEN",
    ...part,
  }) as OrderEvent["order"];

test.each([
  [{}, "INFY, buy 1,500: open"],
  [{ filled_quantity: 500 }, "INFY, buy 1,500: 500 done, open"],
  [{ filled_quantity: 1_500, status: "COMPLETE" }, "INFY, buy 1,500: complete"],
  [{ transaction_type: "SELL", status: "CANCELLED", filled_quantity: 500 }, "INFY, sell 1,500: 500 done, cancelled"],
  [{ status: "REJECTED" }, "INFY, buy 1,500: rejected"],
])("%o is said as %s", (part, words) => {
  expect(orderWords(order(part))).toBe(words);
});
