import { auth } from "@kite/auth";
import { createKite } from "@kite/core";
import { gtt } from "@kite/gtt";
import { marketData } from "@kite/market-data";
import { mf } from "@kite/mf";
import { orders } from "@kite/orders";
import { portfolio } from "@kite/portfolio";
import { expectTypeOf, test } from "vitest";
import { type Connect, KiteConnect, type LegacyApi, legacy, type Order, type UserMargin } from "./index.ts";

const most = createKite({ apiKey: "key" }).use(auth()).use(orders()).use(portfolio()).use(marketData()).use(mf());

test("a missing plugin does not compile", () => {
  // @ts-expect-error gtt() is not registered
  most.use(legacy());
  expectTypeOf(most.use(gtt()).use(legacy()).legacy).toEqualTypeOf<LegacyApi>();
});

test("a client is of its old type, and of its class", () => {
  const kc: KiteConnect = new KiteConnect({ api_key: "key" });
  const old: Connect = kc;
  expectTypeOf(old.getOrders()).toEqualTypeOf<Promise<Order[]>>();
  expectTypeOf(kc.kite.orders.getOrderHistory).toBeFunction();
  expectTypeOf(kc.getMargins("equity")).resolves.toExtend<UserMargin>();
});
