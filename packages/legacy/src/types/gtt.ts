import type { Exchanges } from "../interfaces/index.ts";
import type { OrderType, Product, TransactionType, TriggerType } from "./vocabulary.ts";

/** A good-till-triggered order. Prices are rupees per unit; times are IST wall time as Kite sends it. */
export type Trigger = {
  id: number;
  user_id: string;
  // biome-ignore lint/suspicious/noExplicitAny: programs written against the old type use it as what they like
  parent_trigger: any;
  type: string;
  created_at: string;
  updated_at: string;
  expires_at: string;
  status: "active" | "triggered" | "disabled" | "expired" | "cancelled" | "rejected" | "deleted";
  condition: {
    exchange: string;
    last_price: number;
    tradingsymbol: string;
    trigger_values: number[];
    instrument_token: number;
  };
  orders: TriggerOrder[];
  // biome-ignore lint/suspicious/noExplicitAny: programs written against the old type use it as what they like
  meta: any;
};

type TriggerOrder = {
  exchange: string;
  tradingsymbol: string;
  product: string;
  order_type: string;
  transaction_type: string;
  quantity: number;
  price: number;
  /** null until it has fired. */
  result: null | TriggerResult;
};

/** What became of a trigger's order: `order_result` tells, not the trigger's status. */
type TriggerResult = {
  account_id: string;
  exchange: string;
  tradingsymbol: string;
  validity: string;
  product: string;
  order_type: string;
  transaction_type: string;
  quantity: number;
  price: number;
  /** JSON. */
  meta: string;
  timestamp: string;
  triggered_at: number;
  order_result: {
    status: string;
    order_id: string;
    rejection_reason: string;
  };
};

/** A whole GTT, to place it or to replace one. */
export type GTTParams = {
  trigger_type: TriggerType;
  tradingsymbol: string;
  exchange: Exchanges;
  /** One for `single`, lower and upper for `two-leg`. */
  trigger_values: number[];
  /** Price now: it decides the direction. */
  last_price: number;
  /** In the order of the triggers. */
  orders: {
    transaction_type: TransactionType;
    quantity: number;
    product: Product;
    order_type: OrderType;
    price: number;
  }[];
};
