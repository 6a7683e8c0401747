import type { Instrument } from "../market/instrument.ts";
import type { OrderRequest } from "../trading/order-request.ts";

export const OPERATORS = ["<=", ">=", "<", ">", "=="] as const;
export type Operator = (typeof OPERATORS)[number];

/** One side of a comparison: a price that moves, under the exchange name the client used. */
export interface Operand {
  readonly instrument: Instrument;
  /** `INDICES` stands for any exchange of an index. */
  readonly exchange: string;
  readonly attribute: string;
}

/** An order of a basket: as it was sent, and as it will be placed. */
export interface BasketItem {
  readonly id: number;
  readonly instrument: Instrument;
  readonly weight: number;
  readonly params: Readonly<Record<string, unknown>>;
  readonly request: OrderRequest;
}

/** What a client defines; a modification replaces all of it. */
export interface AlertDefinition {
  readonly name: string;
  readonly type: "simple" | "ato";
  readonly lhs: Operand;
  readonly operator: Operator;
  /** Rupees, or another price. */
  readonly rhs: number | Operand;
  /** Empty for simple alerts. */
  readonly basket: readonly BasketItem[];
}

/** A comparison that is watched. Moments are epoch ms. */
export interface Alert {
  readonly uuid: string;
  readonly user_id: string;
  readonly created_at: number;
  definition: AlertDefinition;
  status: "enabled" | "disabled" | "deleted";
  disabled_reason: string;
  alert_count: number;
  updated_at: number;
  /** Held at the latest look; it fires when that changes. */
  held: boolean;
  /** Rows as the history route tells them, oldest first. */
  readonly history: Record<string, unknown>[];
}
