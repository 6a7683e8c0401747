import type { Kind } from "./shape.ts";

export const triggerTable: Record<string, Kind> = {
  id: "int",
  user_id: "str",
  parent_trigger: "object|null",
  type: "str",
  created_at: "ts",
  updated_at: "ts",
  expires_at: "ts",
  status: "str",
  condition: "object",
  orders: "array",
  meta: "object|null",
};
export const conditionTable: Record<string, Kind> = {
  exchange: "str",
  tradingsymbol: "str",
  trigger_values: "array",
  last_price: "num",
  instrument_token: "int",
};
export const triggerOrderTable: Record<string, Kind> = {
  exchange: "str",
  tradingsymbol: "str",
  transaction_type: "str",
  quantity: "int",
  order_type: "str",
  product: "str",
  price: "num",
  result: "object|null",
};
const { result: _, ...sameFields } = triggerOrderTable;
export const resultTable: Record<string, Kind> = {
  ...sameFields,
  account_id: "str",
  validity: "str",
  meta: "str",
  timestamp: "ts",
  triggered_at: "num",
  order_result: "object",
};

const infy = { exchange: "NSE", tradingsymbol: "INFY" };
export const condition: Readonly<Record<string, unknown>> = { ...infy, trigger_values: [1400], last_price: 1500 };
export const order: Readonly<Record<string, unknown>> = {
  ...infy,
  transaction_type: "BUY",
  quantity: 10,
  order_type: "LIMIT",
  product: "CNC",
  price: 1405,
};
export const NIFTY: Readonly<Record<string, string>> = { exchange: "NFO", tradingsymbol: "NIFTY26APRFUT" };

/** What differs from a single trigger that buys INFY at 1400. */
export interface Parts {
  type?: string;
  condition?: Record<string, unknown>;
  orders?: Record<string, unknown>[];
}

export const triggerForm = ({
  type = "single",
  condition: changes = {},
  orders = [{}],
}: Parts = {}): Record<string, string> => ({
  type,
  condition: JSON.stringify({ ...condition, ...changes }),
  orders: JSON.stringify(orders.map((one) => ({ ...order, ...one }))),
});

/** Two triggers around the last price, with a sale behind each. */
export const twoLeg = (values: number[], orders: Record<string, unknown>[] = [{}, {}]): Parts => ({
  type: "two-leg",
  condition: { trigger_values: values },
  orders: orders.map((one) => ({ transaction_type: "SELL", ...one })),
});
