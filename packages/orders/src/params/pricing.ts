/** Bought or sold at the market's price, within `market_protection`. */
export interface MarketPricing {
  readonly order_type: "MARKET";
  /**
   * Percent from the last price that the fill may be away, above 0 up to 100; or -1 for Kite's own choice. Orders without it are
   * refused.
   */
  readonly market_protection: number;
  readonly price?: undefined;
  readonly trigger_price?: undefined;
}

/** Bought at `price` or lower, sold at `price` or higher. */
export interface LimitPricing {
  readonly order_type: "LIMIT";
  /** Rupees per unit, a multiple of the tick. */
  readonly price: number;
  readonly trigger_price?: undefined;
  readonly market_protection?: undefined;
}

/** A limit order that waits for its trigger. */
export interface StopLimitPricing {
  readonly order_type: "SL";
  /** Rupees per unit. A buy has its trigger at or below, a sale at or above. */
  readonly price: number;
  /** Rupees per unit. */
  readonly trigger_price: number;
  readonly market_protection?: undefined;
}

/** A market order that waits for its trigger. */
export interface StopMarketPricing {
  readonly order_type: "SL-M";
  /** Rupees per unit. */
  readonly trigger_price: number;
  /**
   * Percent from the last price that the fill may be away, above 0 up to 100; or -1 for Kite's own choice. Orders without it are
   * refused.
   */
  readonly market_protection: number;
  readonly price?: undefined;
}

export type Pricing = MarketPricing | LimitPricing | StopLimitPricing | StopMarketPricing;
