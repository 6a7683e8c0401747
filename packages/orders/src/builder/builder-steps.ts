import type { IOCExchange, OrderExchange, OrderProduct } from "../params/order-basics.ts";

/** What an order has so far, with some fields set anew, as one flat type. */
type With<Order, Fields> = {
  readonly [Name in keyof (Omit<Order, keyof Fields> & Fields)]: (Omit<Order, keyof Fields> & Fields)[Name];
};

/** Methods that are there while the order has the given form, and gone otherwise. */
type While<Order, Form, Methods> = Order extends Form ? Methods : unknown;

/** A detail that is set once. */
type Once<Order, Field, Methods> = Field extends keyof Order ? unknown : Methods;

/** First step: which side, of what, how many. */
export interface SideStep {
  /** Buys. Quantities are shares on NSE and BSE, units on NFO and BFO, lots on MCX, CDS and BCD. */
  buy<const E extends OrderExchange>(
    exchange: E,
    tradingsymbol: string,
    quantity: number,
  ): ProductStep<Sided<E, "BUY">>;
  /** Sells. Quantities are shares on NSE and BSE, units on NFO and BFO, lots on MCX, CDS and BCD. */
  sell<const E extends OrderExchange>(
    exchange: E,
    tradingsymbol: string,
    quantity: number,
  ): ProductStep<Sided<E, "SELL">>;
}

interface Sided<E, Side> {
  readonly exchange: E;
  readonly tradingsymbol: string;
  readonly transaction_type: Side;
  readonly quantity: number;
}

/** Second step: the margin product. */
export interface ProductStep<Order> {
  product<const P extends OrderProduct>(product: P): PricingStep<With<Order, { product: P }>>;
}

/** Third step: the price. From here on the order can be built. */
export interface PricingStep<Order> {
  /** At the market's price, at most that many percent from the last one; -1 leaves the percentage to Kite. */
  market(fields: {
    readonly market_protection: number;
  }): DetailStep<With<Order, Typed<"MARKET"> & { market_protection: number }>>;
  /** Rupees per unit, or better. */
  limit(price: number): DetailStep<With<Order, Typed<"LIMIT"> & { price: number }>>;
  /** A limit order that waits for its trigger; both in rupees per unit. */
  stopLimit(fields: {
    readonly trigger_price: number;
    readonly price: number;
  }): DetailStep<With<Order, Typed<"SL"> & { trigger_price: number; price: number }>>;
  /** A market order that waits for its trigger, in rupees per unit; the protection is percent, or -1. */
  stopMarket(fields: {
    readonly trigger_price: number;
    readonly market_protection: number;
  }): DetailStep<With<Order, Typed<"SL-M"> & { trigger_price: number; market_protection: number }>>;
}

interface Typed<Type> {
  readonly order_type: Type;
  readonly variety: "regular";
}

/** Last step: details, each at most once and only where the order can have it, and `build`. */
export type DetailStep<Order> = Build<Order> &
  Once<Order, "tag", Tag<Order>> &
  Once<Order, "disclosed_quantity", Disclose<Order>> &
  Once<Order, "autoslice", Autoslice<Order>> &
  Once<Order, "algo_id", Algo<Order>> &
  Once<Order, "validity", While<Order, { exchange: IOCExchange; variety: "regular" | "amo" | "auction" }, IOC<Order>>> &
  Once<Order, "validity", While<Order, { variety: "regular" | "amo" | "iceberg" | "auction" }, TTL<Order>>> &
  While<Order, { variety: "regular" }, AfterMarket<Order>> &
  While<Order, { variety: "regular"; order_type: "LIMIT" | "SL"; validity?: "TTL" }, Iceberg<Order>> &
  While<
    Order,
    { variety: "regular"; order_type: "MARKET" | "LIMIT"; product: "MIS"; validity?: undefined },
    Cover<Order>
  > &
  While<Order, { variety: "regular"; transaction_type: "SELL" }, Auction<Order>>;

interface Build<Order> {
  /** Gives the params for `placeOrder`. Throws `InvalidInput` for a value that cannot be right. */
  build(): Order;
}
interface Tag<Order> {
  /** Your mark on the order, 1 to 20 letters and digits. */
  tag(tag: string): DetailStep<With<Order, { tag: string }>>;
}
interface Disclose<Order> {
  /** Shows only a part of the quantity to the market; shares only. */
  disclose(disclosed_quantity: number): DetailStep<With<Order, { disclosed_quantity: number }>>;
}
interface Autoslice<Order> {
  /** Lets Kite cut the order where it is above the exchange's freeze limit. */
  autoslice(): DetailStep<With<Order, { autoslice: true }>>;
}
interface Algo<Order> {
  /** Id of a registered algorithm. */
  algo(algo_id: string): DetailStep<With<Order, { algo_id: string }>>;
}
interface IOC<Order> {
  /** Filled at once or cancelled. */
  ioc(): DetailStep<With<Order, { validity: "IOC" }>>;
}
interface TTL<Order> {
  /** Open for some minutes. */
  ttl(minutes: number): DetailStep<With<Order, { validity: "TTL"; validity_ttl: number }>>;
}
interface AfterMarket<Order> {
  /** Kept for the next session. */
  amo(): DetailStep<With<Order, { variety: "amo" }>>;
}
interface Iceberg<Order> {
  /** Sent leg by leg. */
  iceberg(fields: {
    readonly iceberg_legs: number;
    readonly iceberg_quantity: number;
  }): DetailStep<With<Order, { variety: "iceberg"; iceberg_legs: number; iceberg_quantity: number }>>;
}
interface Cover<Order> {
  /** With a compulsory stop order as its second leg. */
  cover(fields: { readonly trigger_price: number }): DetailStep<With<Order, { variety: "co"; trigger_price: number }>>;
}
interface Auction<Order> {
  /** In the auction session, by its number from the list of auctions. */
  auction(auction_number: string): DetailStep<With<Order, { variety: "auction"; auction_number: string }>>;
}
