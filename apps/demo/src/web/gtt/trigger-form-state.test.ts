import { expect, test } from "vitest";
import { emptyForm, formOf, requestOf } from "./trigger-form-state.ts";

const infy = { exchange: "NSE", tradingsymbol: "INFY", tick_size: 0.1 };
const leg = (trigger_value: number) => ({
  ...{ trigger_value, transaction_type: "BUY", quantity: 3, product: "MTF", price: trigger_value + 1, result: null },
});

test("a trigger that is there comes back as it was placed", () => {
  const pair = formOf({ type: "two-leg", legs: [leg(1400), leg(1600)] });
  expect(requestOf(pair, infy, 1500)).toEqual({
    ...infy,
    ...{ type: "two-leg", transaction_type: "BUY", product: "MTF", last_price: 1500 },
    lower: { trigger_value: 1400, price: 1401, quantity: 3 },
    upper: { trigger_value: 1600, price: 1601, quantity: 3 },
  });
  const one = formOf({ type: "single", legs: [leg(1400)] });
  expect(one).toEqual({
    ...emptyForm,
    ...{ transaction_type: "BUY", product: "MTF" },
    single: { trigger_value: "1400", price: "1401", quantity: "3" },
  });
});
