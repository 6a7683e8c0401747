/** What the orders view and its server say to each other. Prices are rupees per unit, amounts rupees; times are ISO 8601. */

/** `GET /api/orders`: the day's orders, the newest first. */
export interface OrdersAnswer {
  readonly orders: readonly OrderRow[];
}

/** What can still be done with an order: nothing is possible while it is on its way, and nothing is left once it is finished. */
export type OrderStage = "open" | "on-its-way" | "finished";

export interface OrderRow {
  readonly order_id: string;
  readonly exchange_order_id: string | null;
  /** Set on the second leg of a cover order, whose cancelling closes the position. */
  readonly parent_order_id: string | null;
  readonly status: string;
  readonly stage: OrderStage;
  /** Why it was refused, for one. */
  readonly status_message: string | null;
  readonly at: string;
  readonly variety: string;
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly transaction_type: string;
  readonly order_type: string;
  readonly product: string;
  readonly validity: string;
  /** Minutes; 0 unless the validity is TTL. */
  readonly validity_ttl: number;
  readonly quantity: number;
  readonly filled_quantity: number;
  /** Still wanted by an order that is not finished, 0 for one that is. */
  readonly left: number;
  /** 0 when unused. */
  readonly price: number;
  /** 0 when unused. */
  readonly trigger_price: number;
  /** Of the fills; 0 until there is one. */
  readonly average_price: number;
  readonly tags: readonly string[];
  /** `leg 2 of 5`, where the order is part of an iceberg. */
  readonly leg: string | null;
}

/** `GET /api/orders/history?order_id=`: the states an order went through, the oldest first. */
export interface HistoryAnswer {
  readonly steps: readonly HistoryStep[];
}

export interface HistoryStep {
  readonly at: string;
  readonly status: string;
  readonly status_message: string | null;
  readonly quantity: number;
  readonly filled_quantity: number;
  readonly price: number;
  readonly trigger_price: number;
}

/** `GET /api/trades`: the day's trades by instrument and product, in the order of their first trades. */
export interface TradesAnswer {
  readonly instruments: readonly TradedRow[];
  /** Of all instruments, first in, first out, before charges. */
  readonly realised: number;
  readonly charges: number;
  /** Contracts whose gain is in no total, because the exchange did not say what a lot is worth. */
  readonly without_multiplier: readonly string[];
  /** Number of trades that are in no figure, because the exchange sent something else than numbers. */
  readonly left_out: number;
}

export interface TradedRow {
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly product: string;
  readonly bought: TradedSide;
  readonly sold: TradedSide;
  /** Null where it is not known in rupees. */
  readonly realised: number | null;
  readonly charges: number;
  readonly fills: readonly Fill[];
}

export interface TradedSide {
  readonly quantity: number;
  /** 0 when nothing was traded. */
  readonly average_price: number;
}

export interface Fill {
  readonly trade_id: string;
  readonly order_id: string;
  readonly transaction_type: string;
  readonly quantity: number;
  readonly price: number;
  readonly at: string;
}

/** `POST /api/orders` with the fields of `placeOrder`; 201. */
export interface PlaceAnswer {
  /** Null where the exchange names none for an order that was cut into slices. */
  readonly order_id: string | null;
}

/** `POST /api/orders/modify`, answered by 204. What is left out stays as it is. */
export interface ModifyRequest {
  readonly variety: string;
  readonly order_id: string;
  readonly parent_order_id: string | null;
  readonly order_type?: string;
  readonly quantity?: number;
  readonly price?: number;
  readonly trigger_price?: number;
  readonly market_protection?: number;
}

/** `POST /api/orders/cancel`, answered by 204 */
export interface CancelRequest {
  readonly variety: string;
  readonly order_id: string;
  readonly parent_order_id: string | null;
}

/** `POST /api/orders/preview`: changes nothing. */
export interface PreviewRequest {
  /** As for `placeOrder`. */
  readonly order: object;
  /** Price that a market order is expected to get. */
  readonly expected_price: number;
}

/** What an order would need and cost. */
export interface PreviewAnswer {
  readonly margin: MarginRow;
  readonly charges: ChargesRow;
}

export interface MarginRow {
  /** The funds it is taken from. */
  readonly segment: "equity" | "commodity";
  readonly total: number;
  /** Times; 1 for none. */
  readonly leverage: number;
  /** What it is made of, without what is 0. */
  readonly parts: readonly { readonly name: string; readonly amount: number }[];
}

export interface ChargesRow {
  readonly total: number;
  readonly parts: readonly { readonly name: string; readonly amount: number }[];
}
