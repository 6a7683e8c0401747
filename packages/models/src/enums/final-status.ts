import type { OrderStatus } from "./order-status.ts";

/** States that no order leaves. */
export const finalStatuses = ["COMPLETE", "CANCELLED", "REJECTED", "LAPSED", "CANCELLED AMO"] as const;

/** Tells whether an order in this state is finished. False for a state that is not known: keep looking. */
export const isFinalStatus = (status: OrderStatus): boolean => (finalStatuses as readonly string[]).includes(status);
