import type { IOCExchange, OrderExchange } from "./order-basics.ts";

/** Open until the end of the session. */
export interface DayLifetime {
  readonly exchange: OrderExchange;
  readonly validity?: "DAY" | undefined;
  readonly validity_ttl?: undefined;
}

/** Filled at once or cancelled. Not on MCX. */
export interface IOCLifetime {
  readonly exchange: IOCExchange;
  readonly validity: "IOC";
  readonly validity_ttl?: undefined;
}

/** Open for some minutes. */
export interface TTLLifetime {
  readonly exchange: OrderExchange;
  readonly validity: "TTL";
  /** Minutes, at least 1. */
  readonly validity_ttl: number;
}

export type Lifetime = DayLifetime | IOCLifetime | TTLLifetime;
