import { expect, test } from "vitest";
import { type TwoLegTriggerOptions, twoLegTrigger } from "./two-leg-trigger.ts";

const lower = { trigger_value: 1450, price: 1445, quantity: 10 };
const upper = { trigger_value: 1650, price: 1649, quantity: 8 };
const options: TwoLegTriggerOptions = {
  exchange: "NSE",
  tradingsymbol: "INFY",
  last_price: 1520,
  transaction_type: "SELL",
  product: "CNC",
  lower,
  upper,
};

test("puts the lower leg first, its order too", () => {
  const common = {
    exchange: "NSE",
    tradingsymbol: "INFY",
    transaction_type: "SELL",
    order_type: "LIMIT",
    product: "CNC",
  };
  expect(twoLegTrigger(options)).toEqual({
    type: "two-leg",
    condition: { exchange: "NSE", tradingsymbol: "INFY", trigger_values: [1450, 1650], last_price: 1520 },
    orders: [
      { ...common, quantity: 10, price: 1445 },
      { ...common, quantity: 8, price: 1649 },
    ],
  });
});

test("takes a pair that buys contracts", () => {
  const contract = {
    exchange: "NFO",
    tradingsymbol: "INFY26JANFUT",
    product: "NRML",
    transaction_type: "BUY",
  } as const;
  const made = twoLegTrigger({ ...options, ...contract, upper: { ...upper, price: 1650 } });
  expect(made.orders.map((order) => order.transaction_type)).toEqual(["BUY", "BUY"]);
  expect(() => twoLegTrigger({ ...options, ...contract })).toThrow(
    "upper.price: must not be below its trigger: the stop-loss would trigger and not fill",
  );
});

test.each<[field: string, odd: object]>([
  ["transaction_type", { transaction_type: "BUY" }],
  ["product", { product: "MIS" }],
  ["lower.trigger_value", { lower: undefined }],
  ["lower.trigger_value", { lower: { ...lower, trigger_value: 1600 } }],
  ["lower.trigger_value", { lower: upper, upper: lower }],
  ["lower.trigger_value", { lower: { ...lower, trigger_value: 1517 } }],
  ["lower.price", { lower: { ...lower, price: 0 } }],
  ["lower.price", { lower: { ...lower, price: 1450.05 } }],
  ["lower.quantity", { lower: { ...lower, quantity: -1 } }],
  ["upper.trigger_value", { upper: { ...upper, trigger_value: 1500 } }],
  ["upper.trigger_value", { upper: { ...upper, trigger_value: 1523 } }],
  ["upper.price", { tick_size: 0.1, upper: { ...upper, price: 1649.05 } }],
  ["upper.trigger_value", { tick_size: 0.1, upper: { ...upper, trigger_value: 1650.05 } }],
  ["upper.quantity", { upper: { ...upper, quantity: Number.NaN } }],
])("refuses %s in %j", (field, odd) => {
  const build = () => twoLegTrigger({ ...options, ...odd } as TwoLegTriggerOptions);
  expect(build).toThrow(new RegExp(`^twoLegTrigger: ${field.replace(".", "\\.")}: `));
  expect(build).toThrow(expect.objectContaining({ code: "InvalidInput", field, outcome: "not-sent" }));
});
