import type { KiteClient } from "@kite/core";
import { expectTypeOf, test } from "vitest";
import { placeOrder } from "../endpoints/place-order.ts";
import type { PlaceOrderParams } from "./place-order-params.ts";

declare const kite: KiteClient;
const order = {
  exchange: "NSE",
  tradingsymbol: "INFY",
  transaction_type: "BUY",
  quantity: 10,
  product: "CNC",
} as const;
const regular = { ...order, variety: "regular" } as const;
const limit = { ...regular, order_type: "LIMIT", price: 1420.5 } as const;
const take = (_: PlaceOrderParams) => {};

test("orders that say all they need compile", () => {
  take(limit);
  take({ ...regular, order_type: "MARKET", market_protection: -1 });
  take({ ...regular, order_type: "SL", price: 5, trigger_price: 4 });
  take({ ...regular, variety: "amo", order_type: "SL-M", trigger_price: 4, market_protection: 1 });
  take({ ...limit, validity: "IOC" });
  take({ ...limit, validity: "TTL", validity_ttl: 5 });
  take({ ...limit, variety: "iceberg", iceberg_legs: 2, iceberg_quantity: 5 });
  take({ ...limit, variety: "co", product: "MIS", trigger_price: 1400 });
  take({ ...limit, variety: "auction", transaction_type: "SELL", auction_number: "1" });
  take({ ...limit, tag: undefined, autoslice: undefined, validity: undefined });
});

test("every field can be read without asking which order it is", () => {
  expectTypeOf<PlaceOrderParams["price"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<PlaceOrderParams["iceberg_legs"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<PlaceOrderParams["auction_number"]>().toEqualTypeOf<string | undefined>();
});

test("an order without the prices of its type does not compile", () => {
  const { price, ...unpriced } = limit;
  // @ts-expect-error a LIMIT needs a price
  take(unpriced);
  // @ts-expect-error so does it in the call
  placeOrder(kite, unpriced);
  // @ts-expect-error a SL needs its trigger
  take({ ...limit, order_type: "SL" });
  // @ts-expect-error a SL needs its price
  take({ ...regular, order_type: "SL", trigger_price: 4 });
  // @ts-expect-error a SL-M needs its trigger
  take({ ...regular, order_type: "SL-M", market_protection: -1 });
  // @ts-expect-error a SL-M needs its protection, since 1 April 2026
  take({ ...regular, order_type: "SL-M", trigger_price: 4 });
  // @ts-expect-error a MARKET needs its protection, since 1 April 2026
  take({ ...regular, order_type: "MARKET" });
});

test("a price that has no meaning does not compile", () => {
  // @ts-expect-error somebody meant a LIMIT
  take({ ...regular, order_type: "MARKET", market_protection: -1, price: 5 });
  // @ts-expect-error somebody meant a SL
  take({ ...limit, trigger_price: 5 });
  // @ts-expect-error a LIMIT is its own protection
  take({ ...limit, market_protection: -1 });
});

test("a validity without what it needs does not compile", () => {
  // @ts-expect-error a TTL needs its minutes
  take({ ...limit, validity: "TTL" });
  // @ts-expect-error minutes mean TTL
  take({ ...limit, validity_ttl: 5 });
  // @ts-expect-error MCX takes no IOC, since 1 April 2026
  take({ ...limit, exchange: "MCX", validity: "IOC" });
  const exchange = "MCX" as string;
  // @ts-expect-error an exchange known only at run time might be MCX
  take({ ...limit, exchange, validity: "IOC" });
  take({ ...limit, exchange });
});

test("a variety without what it needs does not compile", () => {
  // @ts-expect-error an iceberg needs its legs
  take({ ...limit, variety: "iceberg" });
  // @ts-expect-error an iceberg needs the quantity of a leg
  take({ ...limit, variety: "iceberg", iceberg_legs: 2 });
  // @ts-expect-error an iceberg has a price
  take({
    ...regular,
    variety: "iceberg",
    iceberg_legs: 2,
    iceberg_quantity: 5,
    order_type: "MARKET",
    market_protection: -1,
  });
  // @ts-expect-error legs mean an iceberg
  take({ ...limit, iceberg_legs: 2 });
  // @ts-expect-error an auction needs its number
  take({ ...limit, variety: "auction", transaction_type: "SELL" });
  // @ts-expect-error auctions are for sales
  take({ ...limit, variety: "auction", auction_number: "1" });
  // @ts-expect-error a cover order needs the trigger of its second leg
  take({ ...limit, variety: "co", product: "MIS" });
  // @ts-expect-error a cover order is intraday
  take({ ...limit, variety: "co", product: "CNC", trigger_price: 1400 });
  // @ts-expect-error bracket orders are gone
  take({ ...limit, variety: "bo" });
});

test("misspelt and mistyped fields do not compile", () => {
  // @ts-expect-error a side is BUY or SELL
  take({ ...limit, transaction_type: "buy" });
  // @ts-expect-error a quantity is a number
  take({ ...limit, quantity: "10" });
  // @ts-expect-error a typo
  take({ ...limit, tga: "x" });
  // A product or an exchange that Kite adds needs no release of ours.
  take({ ...limit, product: "NEW", exchange: "NCO" });
});
