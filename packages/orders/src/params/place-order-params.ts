import type { DayLifetime, Lifetime, TTLLifetime } from "./lifetime.ts";
import type { OrderBasics } from "./order-basics.ts";
import type { LimitPricing, MarketPricing, Pricing, StopLimitPricing } from "./pricing.ts";

/** Fields that only one variety has. */
interface NoExtras {
  readonly iceberg_legs?: undefined;
  readonly iceberg_quantity?: undefined;
  readonly auction_number?: undefined;
}

/** An order for the open market, or with `amo` one that is kept for the next session. */
interface PlainVariety extends OrderBasics, NoExtras {
  readonly variety: "regular" | "amo";
}

/** Comes with a compulsory stop order, the second leg. Intraday. */
interface CoverVariety extends OrderBasics, NoExtras {
  readonly variety: "co";
  readonly product: "MIS";
  /** Trigger of the second leg, rupees per unit. */
  readonly trigger_price: number;
}

/** Sent to the exchange leg by leg. */
interface IcebergVariety extends OrderBasics {
  readonly variety: "iceberg";
  /** Number of legs, at least 2; Kite's documentation allows up to 50. */
  readonly iceberg_legs: number;
  /** Quantity of one leg: `quantity` ÷ `iceberg_legs`. */
  readonly iceberg_quantity: number;
  readonly auction_number?: undefined;
}

/** Sells a holding in the auction session. */
interface AuctionVariety extends OrderBasics {
  readonly variety: "auction";
  readonly transaction_type: "SELL";
  /** From the list of auctions. */
  readonly auction_number: string;
  readonly iceberg_legs?: undefined;
  readonly iceberg_quantity?: undefined;
}

export type PlainOrder = PlainVariety & Pricing & Lifetime;
export type CoverOrder =
  | (CoverVariety & Omit<MarketPricing, "trigger_price"> & DayLifetime)
  | (CoverVariety & Omit<LimitPricing, "trigger_price"> & DayLifetime);
export type IcebergOrder = IcebergVariety & (LimitPricing | StopLimitPricing) & (DayLifetime | TTLLifetime);
export type AuctionOrder = AuctionVariety & Pricing & Lifetime;

/** A new order. `variety`, `order_type` and `validity` say which other fields it needs, and which it must not have. */
export type PlaceOrderParams = PlainOrder | CoverOrder | IcebergOrder | AuctionOrder;
