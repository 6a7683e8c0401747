import { expect, test } from "vitest";
import { startOf } from "./pad-start.ts";

test("an address can name an instrument, and with it the side, the quantity and the product", () => {
  expect(startOf("#/orders/NSE:INFY?side=SELL")).toEqual({ key: "NSE:INFY", form: { transaction_type: "SELL" } });
  expect(startOf("#/orders/NSE:INFY?side=BUY&quantity=50&product=MIS")?.form).toEqual({
    transaction_type: "BUY",
    quantity: "50",
    product: "MIS",
  });
  expect(startOf("#/orders/NSE:INFY?side=buy&quantity=-5&product=<b>")?.form).toEqual({});
  expect(startOf("#/orders/NSE%3AM%26M")).toEqual({ key: "NSE:M&M", form: {} });
});

test.each(["", "#/orders", "#/orders/", "#/orders/INFY", "#/orders/%E0%A4%A?side=both", "#/market/NSE:INFY"])(
  "%j names nothing",
  (hash) => {
    expect(startOf(hash)).toBeUndefined();
  },
);
