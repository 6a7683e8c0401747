import { createKite } from "@kite/core";
import { answering } from "@kite/testing";
import { expect, test } from "vitest";
import { orders } from "./plugin.ts";
import { complete, completeWire, limitOrder, margin } from "./testing/samples.ts";

test("binds every call under kite.orders, and leaves the pure functions as they are", async () => {
  const server = await answering(({ path }) => ({
    json: {
      status: "success",
      data: path === "/orders/regular" ? { order_id: "1" } : path === "/orders" ? [completeWire] : [margin],
    },
  }));
  const kite = createKite({ apiKey: "key", accessToken: "t", environment: server.environment }).use(orders());
  expect(Object.keys(kite.orders).sort()).toEqual([
    "budget",
    "cancelAllOrders",
    "cancelOrder",
    "checkOrder",
    "exitOrder",
    "getBasketMargins",
    "getContractNote",
    "getOrderHistory",
    "getOrderMargins",
    "getOrderTrades",
    "getOrders",
    "getOrdersByStatus",
    "getTrades",
    "getTradesWithPnl",
    "modifyOrder",
    "orderBuilder",
    "placeAndConfirm",
    "placeOrder",
    "placeOrders",
    "reconcileOrder",
    "recoverIntents",
    "summarizeTrades",
    "waitForOrder",
  ]);
  expect(await kite.orders.getOrders()).toEqual([complete]);
  expect((await kite.orders.getOrders.raw()).data).toEqual([completeWire]);
  expect(await kite.orders.placeOrder(limitOrder)).toEqual({ order_id: "1" });
  expect((await kite.orders.placeOrder.raw(limitOrder)).data).toEqual({ order_id: "1" });
  expect(await kite.orders.getOrderMargins({ orders: [limitOrder] })).toEqual([margin]);
  expect(await kite.orders.placeOrders([limitOrder])).toMatchObject([{ outcome: "placed" }]);
  expect(await kite.orders.getOrdersByStatus("OPEN")).toEqual([]);
  const built = kite.orders.orderBuilder().buy("NSE", "INFY", 10).product("CNC").limit(1420.5).build();
  expect(built).toEqual(limitOrder);
  expect(kite.orders.summarizeTrades([]).instruments).toEqual([]);
});
