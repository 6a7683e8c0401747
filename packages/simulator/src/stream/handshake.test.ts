import { inspect } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { StreamClient, statusOf, streamUrl } from "../testing/stream-client.ts";
import { TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ clock: () => TRADING_HOURS });
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

test("lets somebody in who is signed in, whatever else the query says", async () => {
  expect(await statusOf(streamUrl(simulator, trader))).toBe(101);
  expect(await statusOf(streamUrl(simulator, trader, { uid: "1772426730000" }))).toBe(101);
  expect(await statusOf(streamUrl(simulator, trader).replace("/?", "?"))).toBe(101);
});

test("refuses a wrong key, a wrong token, and somebody without either, with 403", async () => {
  expect(await statusOf(streamUrl(simulator, trader, { api_key: "other" }))).toBe(403);
  expect(await statusOf(streamUrl(simulator, trader, { access_token: "wrong" }))).toBe(403);
  expect(await statusOf(simulator.environment.ws)).toBe(403);
});

test("refuses a token that has died", async () => {
  await trader.send("/session/token", { method: "DELETE" }).catch(() => {});
  simulator.expireSessions();
  expect(await statusOf(streamUrl(simulator, trader))).toBe(403);
});

test("a wrong path is 404, with and without a token", async () => {
  expect(await statusOf(streamUrl(simulator, trader).replace("/?", "/stream?"))).toBe(404);
  expect(await statusOf(`${simulator.environment.ws}//`)).toBe(404);
});

test("the fourth socket of the app is refused with 429, whoever opens it, until one of the others is gone", async () => {
  const open = [await StreamClient.open(simulator, trader), await StreamClient.open(simulator, trader)];
  open.push(await StreamClient.open(simulator, await signIn(simulator, "SIM002")));
  expect(await statusOf(streamUrl(simulator, trader))).toBe(429);
  expect(simulator.stream.connections.map(({ user_id }) => user_id)).toEqual(["SIM001", "SIM001", "SIM002"]);
  open[0]?.socket.close();
  await open[0]?.until(() => open[0]?.closed !== undefined);
  expect(await statusOf(streamUrl(simulator, trader))).toBe(101);
});

test("notes handshakes among the requests, without the token", async () => {
  await statusOf(streamUrl(simulator, trader));
  await statusOf(streamUrl(simulator, trader, { api_key: "other" }));
  await statusOf(streamUrl(simulator, trader).replace("/?", "/x?"));
  const [, ...handshakes] = simulator.requests;
  const at = new Date(TRADING_HOURS);
  expect(handshakes).toEqual([
    { method: "GET", path: "/", at, status: 101, user_id: "SIM001" },
    { method: "GET", path: "/", at, status: 403 },
    { method: "GET", path: "/x", at, status: 404, user_id: "SIM001" },
  ]);
});

test("shows no token to who looks into it", async () => {
  await StreamClient.open(simulator, trader);
  const [, token = ""] = trader.headers.authorization?.split(":") ?? [];
  const { stream, requests } = simulator;
  const seen = inspect([simulator, stream, stream.connections, requests], { depth: 9, showHidden: true });
  expect(token).not.toBe("");
  expect(seen).not.toContain(token);
});

test("a request that is no handshake is none", async () => {
  expect((await trader.get("/")).status).toBe(404);
  const response = await fetch(simulator.url, { headers: trader.headers });
  expect(response.status).toBe(404);
});
