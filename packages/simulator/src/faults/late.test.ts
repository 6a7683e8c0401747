import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { refused } from "../testing/refused.ts";
import { cashUser, equityNet, place, placed, type Row, TRADING_HOURS } from "../testing/trade.ts";
import type { FaultRule } from "./rule.ts";

const rules: FaultRule[] = [{ fault: { kind: "late", min: 30_000, max: 90_000 } }];
let now: number;
let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  now = TRADING_HOURS;
  simulator = await startSimulator({ seed: 7, clock: () => now, users: [cashUser], faults: rules });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

const rows = async (path: string): Promise<Row[]> => (await trader.get(path)).body.data;
/** How long the order placed last stays hidden, as the record of faults tells it. */
const delay = (): number => simulator.faults.injected.at(-1)?.ms ?? Number.NaN;
const unknown = refused(404, "GeneralException", "Couldn't find that `order_id`.");

test("hides a new order and its trades until its time has come, to the millisecond", async () => {
  const order_id = await placed(trader, { price: "1510" });
  const paths = [`/orders/${order_id}`, `/orders/${order_id}/trades`];
  now += delay() - 1;
  for (const path of ["/orders", "/trades"]) expect(await rows(path)).toEqual([]);
  for (const path of paths) expect(await trader.get(path)).toEqual(unknown);
  expect(simulator.orders()).toEqual([]);
  now += 1;
  expect(await rows("/orders")).toMatchObject([
    { order_id, status: "COMPLETE", order_timestamp: "2026-03-02 10:15:30" },
  ]);
  expect(await rows("/trades")).toMatchObject([{ order_id, quantity: 10 }]);
  for (const path of paths) expect(await rows(path)).not.toEqual([]);
  expect(simulator.orders()).toHaveLength(1);
});

test("takes from 30 to 90 seconds when that is what the rule says", async () => {
  for (let count = 0; count < 20; count += 1) await placed(trader, { quantity: "1", price: "1490" });
  const delays = simulator.faults.injected.map(({ ms }) => ms ?? 0);
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(30_000);
  expect(Math.max(...delays)).toBeLessThanOrEqual(90_000);
  expect(new Set(delays).size).toBeGreaterThan(15);
});

test("leaves it in positions and margins from the first moment on", async () => {
  const before = await equityNet(trader);
  await placed(trader, { price: "1510" });
  expect(await equityNet(trader)).toBeLessThan(before - 2900);
  expect((await trader.get("/portfolio/positions")).body.data.net).toMatchObject([{ quantity: 10 }]);
});

test("goes together with an answer that says nothing of it", async () => {
  simulator.faults.set([{ match: "POST /orders/*", fault: { kind: "drop", executed: true } }, ...rules]);
  await expect(place(trader)).rejects.toThrow(TypeError);
  expect(simulator.faults.injected).toMatchObject([
    { rule: 0, executed: true, status: 200 },
    { rule: 1, executed: true, status: 200, fault: { kind: "late" } },
  ]);
  expect(await rows("/orders")).toEqual([]);
  now += delay();
  expect(await rows("/orders")).toHaveLength(1);
});

test("does not strike what places no order", async () => {
  await trader.get("/orders");
  await trader.form("POST", "/gtt/triggers", {});
  expect(simulator.faults.injected).toEqual([]);
  const drop: FaultRule = { match: "POST /orders/*", fault: { kind: "drop", executed: false } };
  simulator.faults.set([...rules, drop]);
  await expect(place(trader)).rejects.toThrow(TypeError);
  expect(simulator.faults.injected).toMatchObject([{ fault: { kind: "drop" } }]);
});

test("an order that nobody can see yet is being processed", async () => {
  const order_id = await placed(trader, { price: "1490" });
  const path = `/orders/regular/${order_id}`;
  const busy = (what: string) =>
    refused(400, "InputException", `Order cannot be ${what} as it is being processed. Try later.`);
  expect(await trader.form("PUT", path, { price: "1480" })).toEqual(busy("modified"));
  expect(await trader.send(path, { method: "DELETE" })).toEqual(busy("cancelled"));
  now += delay();
  expect((await trader.form("PUT", path, { price: "1480" })).status).toBe(200);
  expect((await trader.send(path, { method: "DELETE" })).status).toBe(200);
});

test("hides all slices of a large order, all legs of an iceberg, and both legs of a cover order", async () => {
  simulator.setPrice("NFO:NIFTY26APR25500CE", 20);
  const contract = { exchange: "NFO", tradingsymbol: "NIFTY26APR25500CE", product: "NRML", price: "1" };
  const sliced = await place(trader, { ...contract, quantity: "3575", autoslice: "true" });
  expect(sliced.body.data.children).toHaveLength(3);
  const legs = { iceberg_legs: "3", iceberg_quantity: "20", quantity: "60" };
  await placed(trader, { ...legs, price: "1510" }, "iceberg");
  await placed(trader, { price: "1510", trigger_price: "1400" }, "co");
  expect(await rows("/orders")).toEqual([]);
  now += 90_000;
  const varieties = (await rows("/orders")).map(({ variety }) => variety);
  expect(varieties).toEqual(["regular", "regular", "regular", "iceberg", "iceberg", "iceberg", "co", "co"]);
});

test("holds postbacks back as long, in their order", async () => {
  const received: Row[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const postbackUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await using posting = await startSimulator({ clock: () => now, users: [cashUser], faults: rules, postbackUrl });
  posting.setPrice("NSE:INFY", 1500);
  const caller = await signIn(posting);
  const hidden = await placed(caller, { price: "1510" });
  posting.faults.clear();
  const plain = await placed(caller, { price: "1510", quantity: "1" });
  await vi.waitFor(() => expect(received).toMatchObject([{ order_id: plain, status: "COMPLETE" }]));
  now += 90_000;
  await caller.get("/orders");
  await vi.waitFor(() => expect(received).toHaveLength(2));
  expect(received[1]).toMatchObject({ order_id: hidden, status: "COMPLETE" });
  server.closeAllConnections();
  server.close();
});
