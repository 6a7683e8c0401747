import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, sha256, signIn } from "../testing/caller.ts";
import { orderTable } from "../testing/order-tables.ts";
import { differences, type Kind } from "../testing/shape.ts";
import { cashUser, orderOf, placed, type Row, TRADING_HOURS } from "../testing/trade.ts";

/** The app's own server, with everything that reached it. */
let server: Server;
let received: { type: string | undefined; body: Row }[];
let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  received = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ type: request.headers["content-type"], body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.end("thank you");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const postbackUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/postback`;
  const options = { seed: 7, clock: () => TRADING_HOURS, users: [cashUser], apiSecret: "testsecret", postbackUrl };
  simulator = await startSimulator(options);
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(async () => {
  await simulator.close();
  server.closeAllConnections();
  server.close();
});

const { account_id, terminal_id, modified, tags, validity_ttl, auction_number, ...shared } = orderTable;
const messageTable: Record<string, Kind> = {
  ...shared,
  user_id: "str",
  unfilled_quantity: "int",
  app_id: "int",
  checksum: "str",
};

const arrived = (count: number): Promise<unknown> => vi.waitFor(() => expect(received).toHaveLength(count));

test("a completed order is posted with exactly the documented keys and a true checksum", async () => {
  const order_id = await placed(trader, { price: "1510", tag: "mine" });
  await arrived(1);
  const [{ type, body }] = received as [{ type: string; body: Row }];
  expect(type).toBe("application/json");
  expect(differences(body, messageTable)).toEqual([]);
  expect(body).toMatchObject({ user_id: "CASH01", order_id, status: "COMPLETE", unfilled_quantity: 0, tag: "mine" });
  expect(body.checksum).toBe(sha256(order_id, body.order_timestamp, "testsecret"));
  const { checksum, app_id, unfilled_quantity, user_id, ...order } = body;
  expect(await orderOf(trader, order_id)).toMatchObject(order);
});

test("a modification and a partial fill are updates, a cancellation is itself, an acceptance is no news", async () => {
  const order_id = await placed(trader, { price: "1400" });
  await trader.form("PUT", `/orders/regular/${order_id}`, { price: "1410" });
  await arrived(1);
  await trader.send(`/orders/regular/${order_id}`, { method: "DELETE" });
  await arrived(2);
  await placed(trader, { price: "1500.1", quantity: "2500" });
  await arrived(3);
  const amo = await placed(trader, { price: "1400" }, "amo");
  await trader.send(`/orders/amo/${amo}`, { method: "DELETE" });
  await arrived(4);
  const [update, cancelled, partial, last] = received.map(({ body }) => body);
  expect([update.status, update.price, cancelled.status]).toEqual(["UPDATE", 1410, "CANCELLED"]);
  expect(partial.status).toBe("UPDATE");
  expect(partial.unfilled_quantity).toBe(2500 - partial.filled_quantity);
  expect(partial.filled_quantity).toBeGreaterThan(0);
  expect([last.order_id, last.status]).toEqual([amo, "CANCELLED"]);
});

test("a server that is away does not stop the exchange", async () => {
  server.closeAllConnections();
  server.close();
  const order_id = await placed(trader, { price: "1510" });
  expect(await orderOf(trader, order_id)).toMatchObject({ status: "COMPLETE" });
});

test("the secret signs, and shows nowhere", async () => {
  await placed(trader, { price: "1510" });
  await arrived(1);
  expect(JSON.stringify(received)).not.toContain("testsecret");
});
