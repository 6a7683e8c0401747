import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createKite, type Kite, type SafeClient } from "@kite/core";
import { type NodeTransportOptions, nodeTransport } from "@kite/core/node";
import { expect, onTestFinished, test } from "vitest";
import { type OrdersApi, orders } from "./plugin.ts";
import { completeWire, limitOrder } from "./testing/samples.ts";
import { caught } from "./testing/serving.ts";

const registered = "127.0.0.2";

interface Exchange {
  readonly kite: Kite<{ readonly orders: OrdersApi }, SafeClient>;
  /** What arrived: from where, and for what. */
  readonly seen: readonly string[];
}

/** An exchange that takes orders from one address alone, as Kite does, and everything else from any. */
async function exchange(way: NodeTransportOptions): Promise<Exchange> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const { method = "", url = "" } = request;
    const address = request.socket.remoteAddress;
    seen.push(`${address} ${method} ${url}`);
    const isOrder = method !== "GET" && url.startsWith("/orders");
    const isRefused = isOrder && address !== registered;
    const message = `IP (${address}) is not allowed to place orders for this app. Update the allowed IPs.`;
    response
      .writeHead(isRefused ? 403 : 200, { "content-type": "application/json" })
      .end(
        JSON.stringify(
          isRefused
            ? { status: "error", message, data: null, error_type: "PermissionException" }
            : { status: "success", data: isOrder ? { order_id: "1" } : method === "GET" ? [completeWire] : [] },
        ),
      );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const orderTransport = nodeTransport(way);
  onTestFinished(async () => {
    await orderTransport.close();
    server.closeAllConnections();
    server.close();
  });
  const environment = { root: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  const kite = createKite({ apiKey: "key", accessToken: "t", environment, orderTransport }).use(orders());
  return { kite, seen };
}

test("orders are placed, changed and cancelled from the registered address; everything else goes its usual way", async () => {
  const { kite, seen } = await exchange({ localAddress: registered, family: 4 });
  const { order_id } = await kite.orders.placeOrder(limitOrder);
  await kite.orders.modifyOrder({ variety: "regular", order_id: order_id ?? "", price: 1_421 });
  await kite.orders.exitOrder({ order_id: "2", parent_order_id: "1" });
  await kite.orders.getOrders();
  await kite.orders.getOrderHistory("1");
  await kite.send({ endpoint: "getMargins", method: "GET", path: "/user/margins" });
  await kite.orders.getContractNote([{ ...limitOrder, order_id: "1", average_price: 1 }]);
  expect(seen).toEqual([
    "127.0.0.2 POST /orders/regular",
    "127.0.0.2 PUT /orders/regular/1",
    "127.0.0.2 DELETE /orders/co/2?parent_order_id=1",
    "127.0.0.1 GET /orders",
    "127.0.0.1 GET /orders/1",
    "127.0.0.1 GET /user/margins",
    "127.0.0.1 POST /charges/orders",
  ]);
});

test("an order from an address that is not registered: the error names the address and says what to do", async () => {
  const { kite, seen } = await exchange({ localAddress: "127.0.0.3" });
  const error = await caught(kite.orders.placeOrder(limitOrder));
  expect(error).toMatchObject({ code: "PermissionException", status: 403, outcome: "rejected", retryable: false });
  expect(error.message).toMatch(/^placeOrder: IP \(127\.0\.0\.3\) is not allowed to place orders for this app\./);
  expect(error.message).toMatch(/register it at developers\.kite\.trade/);
  expect(error.message).toMatch(/orderTransport/);
  expect(error.message).toMatch(/IPv6/);
  // It is no question of the session: the token stays, and nothing was tried again.
  expect(kite.session.accessToken).toBe("t");
  expect(seen).toHaveLength(1);
  expect(await kite.orders.getOrders()).toHaveLength(1);
});
