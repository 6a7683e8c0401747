import { expect, test } from "vitest";
import { type SingleTriggerOptions, singleTrigger } from "./single-trigger.ts";

const options: SingleTriggerOptions = {
  exchange: "NSE",
  tradingsymbol: "INFY",
  last_price: 1520,
  transaction_type: "SELL",
  product: "CNC",
  trigger_value: 1450,
  price: 1445,
  quantity: 10,
};

test("makes one trigger and one limit order on the same instrument", () => {
  expect(singleTrigger(options)).toEqual({
    type: "single",
    condition: { exchange: "NSE", tradingsymbol: "INFY", trigger_values: [1450], last_price: 1520 },
    orders: [
      {
        ...{ exchange: "NSE", tradingsymbol: "INFY", transaction_type: "SELL", quantity: 10 },
        ...{ order_type: "LIMIT", product: "CNC", price: 1445 },
      },
    ],
  });
});

test.each<[what: string, odd: Partial<SingleTriggerOptions>]>([
  ["a trigger above, to buy on a rise", { transaction_type: "BUY", trigger_value: 1600, price: 1605 }],
  ["exactly 0.25 % away", { last_price: 1000, trigger_value: 997.5, price: 990 }],
  ["exactly ₹0.09 away at ₹50", { last_price: 50, trigger_value: 50.09, price: 50 }],
  ["prices on a tick that binary fractions cannot show", { trigger_value: 1450.05, price: 1444.95, tick_size: 0.05 }],
  ["a currency contract", { exchange: "CDS", product: "NRML", last_price: 85, trigger_value: 84.5, tick_size: 0.0025 }],
  ["an exchange that Kite adds, with any product", { exchange: "NSEIX", product: "NRML" }],
])("takes %s", (_, odd) => {
  expect(() => singleTrigger({ ...options, ...odd })).not.toThrow();
});

test.each<[field: string, odd: object]>([
  ["exchange", { exchange: "" }],
  ["tradingsymbol", { tradingsymbol: undefined }],
  ["last_price", { last_price: 0 }],
  ["last_price", { last_price: Number.NaN }],
  ["tick_size", { tick_size: 0 }],
  ["transaction_type", { transaction_type: "sell" }],
  ["product", { product: "MIS" }],
  ["product", { product: "NRML" }],
  ["product", { exchange: "NFO", product: "CNC" }],
  ["product", { exchange: "MCX", product: "MTF" }],
  ["quantity", { quantity: 0 }],
  ["quantity", { quantity: 1.5 }],
  ["price", { price: -1 }],
  ["price", { price: 1445.03, tick_size: 0.05 }],
  ["trigger_value", { trigger_value: Number.POSITIVE_INFINITY }],
  ["trigger_value", { trigger_value: "1450" }],
  ["trigger_value", { trigger_value: 1520 }],
  ["trigger_value", { trigger_value: 1516.21 }],
  ["trigger_value", { trigger_value: 1523.79 }],
  ["trigger_value", { last_price: 50, trigger_value: 49.92 }],
  ["trigger_value", { last_price: 50.01, trigger_value: 49.9 }],
  ["trigger_value", { trigger_value: 1450.03, tick_size: 0.05 }],
])("refuses %s in %j", (field, odd) => {
  const build = () => singleTrigger({ ...options, ...odd } as SingleTriggerOptions);
  expect(build).toThrow(new RegExp(`^singleTrigger: ${field}: `));
  expect(build).toThrow(expect.objectContaining({ code: "InvalidInput", field, outcome: "not-sent" }));
});

test("says how far a trigger must be", () => {
  expect(() => singleTrigger({ ...options, trigger_value: 1519 })).toThrow(
    "singleTrigger: trigger_value: must be at least ₹3.8 away from last_price, got 1519 at a last_price of 1520",
  );
});
