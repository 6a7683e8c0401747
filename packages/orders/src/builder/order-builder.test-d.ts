import type { KiteClient } from "@kite/core";
import { expectTypeOf, test } from "vitest";
import { placeOrder } from "../endpoints/place-order.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { orderBuilder } from "./order-builder.ts";

declare const kite: KiteClient;
const bought = orderBuilder().buy("NSE", "INFY", 10);
const limit = bought.product("CNC").limit(1420);
const market = bought.product("MIS").market({ market_protection: -1 });
const legs = { iceberg_legs: 2, iceberg_quantity: 5 };

test("build gives exactly what placeOrder takes", () => {
  placeOrder(kite, limit.build());
  placeOrder(kite, market.cover({ trigger_price: 1400 }).build());
  placeOrder(kite, limit.iceberg(legs).ttl(5).tag("a").build());
  placeOrder(kite, bought.product("CNC").stopMarket({ trigger_price: 1, market_protection: 1 }).amo().build());
  placeOrder(kite, orderBuilder().sell("NSE", "INFY", 1).product("CNC").limit(5).auction("1").autoslice().build());
  expectTypeOf(limit.ioc().build()).toExtend<PlaceOrderParams>();
  expectTypeOf(limit.build()).toEqualTypeOf<{
    readonly exchange: "NSE";
    readonly tradingsymbol: string;
    readonly transaction_type: "BUY";
    readonly quantity: number;
    readonly product: "CNC";
    readonly order_type: "LIMIT";
    readonly variety: "regular";
    readonly price: number;
  }>();
});

test("side, product and price come first, in this order", () => {
  // @ts-expect-error the product is missing
  bought.limit(5);
  // @ts-expect-error the price is missing
  bought.product("CNC").build();
  // @ts-expect-error the side is missing
  orderBuilder().product("CNC");
  // @ts-expect-error it has its price
  limit.market({ market_protection: -1 });
  // @ts-expect-error a market order needs its protection
  bought.product("CNC").market({});
});

test("each detail is said once", () => {
  // @ts-expect-error it has its tag
  limit.tag("a").tag("b");
  // @ts-expect-error it is IOC
  limit.ioc().ttl(5);
  // @ts-expect-error it is after-market
  limit.amo().amo();
});

test("a step offers only what the order can have", () => {
  const onMCX = orderBuilder().buy("MCX", "LEADMINI26DECFUT", 1).product("NRML").limit(180);
  // @ts-expect-error MCX takes no IOC
  onMCX.ioc();
  const somewhere = orderBuilder()
    .buy("NFO" as string, "X", 1)
    .product("NRML")
    .limit(180);
  // @ts-expect-error an exchange known only at run time might be MCX
  somewhere.ioc();
  // @ts-expect-error a market order is no iceberg
  market.iceberg(legs);
  // @ts-expect-error an iceberg takes no IOC
  limit.iceberg(legs).ioc();
  // @ts-expect-error an IOC order is no iceberg
  limit.ioc().iceberg(legs);
  // @ts-expect-error an iceberg is not after-market
  limit.iceberg(legs).amo();
  // @ts-expect-error a cover order is intraday
  limit.cover({ trigger_price: 1400 });
  // @ts-expect-error a cover order has the validity of a day
  market.cover({ trigger_price: 1400 }).ttl(5);
  // @ts-expect-error a stop is no first leg of a cover order
  bought.product("MIS").stopLimit({ trigger_price: 1, price: 1 }).cover({ trigger_price: 1400 });
  // @ts-expect-error auctions are for sales
  limit.auction("1");
});
