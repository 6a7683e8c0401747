/** A row of the order book. Prices are rupees per unit. */
export type Order = {
  order_id: string;
  parent_order_id: null | string;
  exchange_order_id: null | string;
  placed_by: string;
  variety: string;
  status: string;
  tradingsymbol: string;
  exchange: string;
  instrument_token: number;
  transaction_type: string;
  order_type: string;
  product: string;
  validity: string;
  price: number;
  quantity: number;
  trigger_price: number;
  average_price: number;
  pending_quantity: number;
  filled_quantity: number;
  disclosed_quantity: number;
  order_timestamp: Date;
  exchange_timestamp: null | Date;
  /** IST wall time as Kite sends it: the only time of an order that stays a text. */
  exchange_update_timestamp: null | string;
  status_message: null | string;
  status_message_raw: null | string;
  cancelled_quantity: number;
  meta: object | string;
  tag: null | string;
  tags?: string[];
  guid: string;
  market_protection: number;
};

/** A fill. Prices are rupees per unit. */
export type Trade = {
  trade_id: string;
  order_id: string;
  exchange_order_id: null | string;
  tradingsymbol: string;
  exchange: string;
  instrument_token: number;
  transaction_type: string;
  product: string;
  average_price: number;
  /** Kite documents this name and sends `quantity`. */
  filled: number;
  quantity: number;
  fill_timestamp: Date;
  /** Kite sends the time of day alone, and then this is a text, `hh:mm:ss`, whatever the type says. */
  order_timestamp: Date;
  exchange_timestamp: Date;
};

/** A slice of an order that Kite has cut: placed, or refused. */
export type AutosliceChild = {
  order_id?: string;
  error?: {
    code?: number;
    error_type?: string;
    message?: string;
    data?: unknown;
  };
};

/** A placed order; with `autoslice` and a large quantity, its slices. */
export type AutosliceOrderResponse = {
  order_id: string;
  children?: AutosliceChild[];
};
