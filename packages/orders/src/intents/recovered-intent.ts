import type { ConfirmResult } from "../confirm/confirm-result.ts";
import type { OrderIntent } from "./intent.ts";

/** What became of an intent that was open. */
export interface RecoveredIntent {
  readonly intent: OrderIntent;
  readonly result: ConfirmResult;
}
