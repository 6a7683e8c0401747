/** Margin products an order is placed in. */
export const ProductTypes = {
  PRODUCT_MIS: "MIS",
  PRODUCT_CNC: "CNC",
  PRODUCT_NRML: "NRML",
} as const;

/** Order families. `TEST` is in the old enum too; Kite has no such variety. */
export const Varieties = {
  VARIETY_AMO: "amo",
  VARIETY_AUCTION: "auction",
  VARIETY_ICEBERG: "iceberg",
  VARIETY_REGULAR: "regular",
  VARIETY_CO: "co",
  TEST: "test",
} as const;

export const ValidityTypes = {
  VALIDITY_DAY: "DAY",
  VALIDITY_IOC: "IOC",
  VALIDITY_TTL: "TTL",
} as const;

export const MarginTypes = {
  MARGIN_EQUITY: "equity",
  MARGIN_COMMODITY: "commodity",
} as const;

/** How an order ended; `STATUS_UPDATE` stands in postbacks and order updates only. */
export const StatusTypes = {
  STATUS_CANCELLED: "CANCELLED",
  STATUS_REJECTED: "REJECTED",
  STATUS_COMPLETE: "COMPLETE",
  STATUS_UPDATE: "UPDATE",
} as const;

/** Types and states of a GTT. */
export const GTTStatusTypes = {
  GTT_TYPE_OCO: "two-leg",
  GTT_TYPE_SINGLE: "single",
  GTT_STATUS_ACTIVE: "active",
  GTT_STATUS_TRIGGERED: "triggered",
  GTT_STATUS_DISABLED: "disabled",
  GTT_STATUS_EXPIRED: "expired",
  GTT_STATUS_CANCELLED: "cancelled",
  GTT_STATUS_REJECTED: "rejected",
  GTT_STATUS_DELETED: "deleted",
} as const;

/** Whether a position was opened today or carried over. */
export const PositionTypes = {
  POSITION_TYPE_DAY: "day",
  POSITION_TYPE_OVERNIGHT: "overnight",
} as const;
export type PositionTypes = (typeof PositionTypes)[keyof typeof PositionTypes];
