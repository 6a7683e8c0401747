import type { FailureAnswer } from "./api.ts";

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

/**
 * `POST /api/orders` with the fields of `placeOrder`; a tag may have 12 characters. The answer comes line by line, each a JSON document:
 * every step as it is taken, and at last the end. What is refused before the first step is a failure as everywhere.
 */
export type PlacementLine =
  | { readonly step: PlacementStep }
  | { readonly end: PlacementEnd }
  | { readonly failure: FailureAnswer };

/** A step on the way of an order, with the tag it is sent with. */
export type PlacementStep = { readonly at: string; readonly tag: string } & (
  | { readonly stage: "intent-logged" | "queued" | "sent" | "intent-left-open" }
  | { readonly stage: "answered"; readonly order_ids: readonly string[] }
  | { readonly stage: "refused" | "doubtful" | "look-failed"; readonly message: string }
  /** `next_at` is when the book is read again, null after the last time. */
  | { readonly stage: "looking"; readonly look: number; readonly of: number; readonly next_at: string | null }
  | { readonly stage: "found"; readonly order_ids: readonly string[]; readonly by: "book" | "update" }
  | { readonly stage: "done"; readonly outcome: PlacementEnd["outcome"] }
);

/** What became of an order. */
export type PlacementEnd = { readonly tag: string } & (
  | {
      readonly outcome: "placed";
      readonly order_ids: readonly string[];
      /** As the book shows them; those that it has not shown yet are missing. */
      readonly orders: readonly OrderRow[];
    }
  | { readonly outcome: "rejected"; readonly failure: FailureAnswer; readonly orders: readonly OrderRow[] }
  | { readonly outcome: "unknown"; readonly failure: FailureAnswer; readonly tried: PlacementTries }
);

/** What was done to find out about an order. */
interface PlacementTries {
  /** Null when nothing says that it left. */
  readonly sent_at: string | null;
  /** What was wrong with the answer. */
  readonly doubt: string | null;
  /** Times that the book was read. */
  readonly looks: number;
  readonly failed_looks: number;
  readonly last_look_at: string | null;
  /** Ids of orders without a tag that look like it. */
  readonly lookalikes: readonly string[];
}

/** `POST /api/orders/stop-looking`, answered by 204: ends the search for an order in doubt. */
export interface StopLookingRequest {
  readonly tag: string;
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
