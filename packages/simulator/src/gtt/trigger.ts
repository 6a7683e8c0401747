import type { Instrument } from "../market/instrument.ts";
import type { Side } from "../portfolio/position.ts";

export type TriggerType = "single" | "two-leg";
type TriggerStatus = "active" | "triggered" | "disabled" | "expired" | "cancelled" | "rejected" | "deleted";

/** What becomes of a trigger when it fires: an order with a limit. */
export interface TriggerOrder {
  readonly transaction_type: Side;
  readonly quantity: number;
  readonly order_type: "LIMIT";
  readonly product: "CNC" | "NRML" | "MTF";
  /** Rupees. */
  readonly price: number;
  /** As the route tells it; null until the trigger has fired. */
  result: TriggerResult | null;
}

export interface TriggerResult {
  /** Epoch ms. */
  readonly at: number;
  /** Last price that fired it, rupees. */
  readonly triggered_at: number;
  /** `""` when there is no order. */
  readonly order_id: string;
  /** `""` when there is one. */
  readonly rejection_reason: string;
}

/** A wish that waits for a price. Moments are epoch ms, prices rupees. */
export interface Trigger {
  readonly id: number;
  readonly user_id: string;
  readonly created_at: number;
  type: TriggerType;
  status: TriggerStatus;
  instrument: Instrument;
  /** One, or the lower and the upper one. */
  trigger_values: readonly number[];
  /** Last price the client knew, which says from which side a trigger is reached. */
  last_price: number;
  /** One per trigger value. */
  orders: readonly TriggerOrder[];
  updated_at: number;
  expires_at: number;
}
