import type { Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { eventually } from "./testing/eventually.ts";
import { frameOf, ltpPacket } from "./testing/frames.ts";
import { proxyTo } from "./testing/silent-proxy.ts";
import { serveStream } from "./testing/stream-server.ts";
import { tickerOn } from "./testing/ticker-on.ts";
import { createTicker } from "./ticker.ts";
import type { Gap } from "./ticker-api.ts";

test("comes back after a connection that broke, with everything that was asked for in one burst, and tells of the gap", async () => {
  const server = await serveStream();
  const { ticker, states } = tickerOn(server);
  const gaps: Gap[] = [];
  ticker.on("gap", (gap) => gaps.push(gap));
  ticker.subscribe([1, 2, 3], { mode: "full" });
  ticker.subscribe([4], { mode: "ltp" });
  ticker.subscribe([5]);
  await ticker.connect();
  await eventually(() => expect(server.subscribed.size).toBe(5));
  server.cut();
  await eventually(() => expect(gaps).toHaveLength(1));
  await eventually(() => expect(server.connections[1]?.received).toHaveLength(4));
  expect(server.connections[1]?.received).toEqual([
    { a: "subscribe", v: [1, 2, 3, 4, 5] },
    { a: "mode", v: ["ltp", [4]] },
    { a: "mode", v: ["quote", [5]] },
    { a: "mode", v: ["full", [1, 2, 3]] },
  ]);
  expect(gaps[0]).toMatchObject({ reason: "network", tokens: [1, 2, 3, 4, 5] });
  expect(Number(gaps[0]?.to)).toBeGreaterThanOrEqual(Number(gaps[0]?.from));
  expect(states).toEqual(["connecting", "live", "reconnecting (network)", "reconnecting (network)", "live"]);
  expect(ticker.stats().reconnects).toBe(1);
});

test("what is asked for while the connection is gone is there when it is back", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  const first = ticker.subscribe([1, 2], { mode: "full" });
  await eventually(() => expect(server.subscribed.size).toBe(2));
  server.handshake = () => 503;
  server.cut();
  await eventually(() => expect(ticker.state.status).toBe("reconnecting"));
  first.setMode("ltp");
  ticker.unsubscribe([2]);
  ticker.subscribe([3]);
  server.handshake = () => "accept";
  await eventually(() =>
    expect([...server.subscribed]).toEqual([
      [1, "ltp"],
      [3, "quote"],
    ]),
  );
});

test.each([
  [503, "server", "HTTP 503"],
  [302, "server", "HTTP 302"],
  ["cut", "network", "ECONNRESET"],
] as const)("a handshake that ends in %s is tried again: %s", async (handshake, reason, detail) => {
  const server = await serveStream();
  server.handshake = () => handshake;
  const { ticker } = tickerOn(server);
  ticker.subscribe([1]);
  await eventually(() => expect(ticker.state.connections[0]?.failures).toBeGreaterThan(2));
  expect(ticker.state).toMatchObject({ status: "reconnecting", reason, detail });
  server.handshake = () => "accept";
  await ticker.connect();
  expect(ticker.state).toMatchObject({ status: "live", reason: undefined, detail: undefined });
});

test("a machine that is not there is tried again", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  await server.stop();
  ticker.subscribe([1]);
  await eventually(() => expect(ticker.state).toMatchObject({ status: "reconnecting", detail: "ECONNREFUSED" }));
});

test("a handshake that nobody answers ends at the connect timeout", async () => {
  const server = await serveStream();
  server.handshake = () => "hang";
  const { ticker, states } = tickerOn(server, { connectTimeout: 60 });
  ticker.subscribe([1]);
  await eventually(() => expect(server.tries.length).toBeGreaterThan(1));
  expect(states[1]).toBe("reconnecting (network)");
  server.handshake = () => "accept";
  await ticker.connect();
});

test("a refused token stops the tries and asks the session; the next token goes on where it stopped", async () => {
  const server = await serveStream();
  server.handshake = (query) => (query.get("access_token") === "token-two" ? "accept" : 403);
  let login = (_token: string) => {};
  const onSessionExpired = vi.fn(() => new Promise<string>((resolve) => (login = resolve)));
  const { ticker, errors } = tickerOn(server, {}, { onSessionExpired });
  ticker.subscribe([1]);
  await eventually(() => expect(onSessionExpired).toHaveBeenCalledTimes(1));
  expect(ticker.state).toMatchObject({ status: "reconnecting", reason: "auth", detail: "HTTP 403" });
  expect(errors.map(({ code, status }) => [code, status])).toEqual([["TokenException", 403]]);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(server.tries).toHaveLength(1);
  login("token-two");
  await eventually(() => expect([...server.subscribed.keys()]).toEqual([1]));
  expect(server.tries.map((query) => query.get("access_token"))).toEqual(["token-one", "token-two"]);
});

test("a token that is renewed elsewhere is put to use at once, with a gap", async () => {
  const server = await serveStream();
  const { ticker, kite } = tickerOn(server);
  const gaps: string[] = [];
  ticker.on("gap", ({ reason }) => gaps.push(reason));
  ticker.subscribe([1]);
  await ticker.connect();
  kite.session.setAccessToken("token-two");
  await eventually(() => expect(gaps).toEqual(["auth"]));
  expect(server.open.map(({ query }) => query.get("access_token"))).toEqual(["token-two"]);
  kite.session.setAccessToken(undefined);
  await eventually(() => expect(server.open).toEqual([]));
  expect(ticker.state).toMatchObject({ status: "reconnecting", reason: "auth", detail: "waits for a token" });
});

test("a token that changes while the handshake runs is followed", async () => {
  const server = await serveStream();
  server.handshake = (query) => (query.get("access_token") === "token-two" ? "accept" : "hang");
  const { ticker, kite, errors } = tickerOn(server);
  ticker.subscribe([1]);
  await eventually(() => expect(server.tries).toHaveLength(1));
  kite.session.setAccessToken("token-two");
  await eventually(() => expect([...server.subscribed.keys()]).toEqual([1]));
  expect(errors).toEqual([]);
});

test("before the login it waits for a token, and connects with it", async () => {
  const server = await serveStream();
  const { ticker, kite } = tickerOn(server, {}, { accessToken: undefined });
  ticker.subscribe([1]);
  await eventually(() => expect(ticker.state).toMatchObject({ status: "connecting", reason: "auth" }));
  expect(server.tries).toEqual([]);
  kite.session.setAccessToken("token-one");
  await eventually(() => expect([...server.subscribed.keys()]).toEqual([1]));
});

test("too many connections: waits for long, at least as long as the server says, and tells of it", async () => {
  const server = await serveStream();
  server.handshake = () => 429;
  server.refusalHeaders["retry-after"] = "500";
  const { ticker, errors } = tickerOn(server);
  ticker.subscribe([1]);
  await eventually(() => expect(ticker.state).toMatchObject({ status: "reconnecting", reason: "limit" }));
  const { retryAt } = ticker.state.connections[0] ?? {};
  expect(Number(retryAt) - Date.now()).toBeGreaterThan(400_000);
  expect(errors.map(({ status }) => status)).toEqual([429]);
});

test("a server that closes properly is the server's doing", async () => {
  const server = await serveStream();
  const { ticker, states } = tickerOn(server);
  await ticker.connect();
  server.connections[0]?.socket.close(1011);
  await eventually(() => expect(server.open).toHaveLength(1));
  expect(states).toContain("reconnecting (server)");
});

test("a line that goes dead without closing is noticed within the configured time, and left", async () => {
  const server = await serveStream();
  const proxy = await proxyTo(server.port);
  const { ticker, states } = tickerOn(
    server,
    { silence: 300 },
    { environment: { root: `http://127.0.0.1:${proxy.port}` } },
  );
  const gaps: Gap[] = [];
  ticker.on("gap", (gap) => gaps.push(gap));
  ticker.subscribe([1]);
  await ticker.connect();
  proxy.silence();
  await eventually(() => expect(gaps.map(({ reason }) => reason)).toEqual(["idle"]), { timeout: 5_000 });
  expect(states.slice(2)).toEqual(["stale (idle)", "reconnecting (idle)", "reconnecting (idle)", "live"]);
  expect(proxy.open).toBe(1);
});

test("heartbeats alone keep it live", async () => {
  const server = await serveStream();
  const { ticker, states } = tickerOn(server, { silence: 200 });
  await ticker.connect();
  await eventually(() => expect(ticker.stats().heartbeats).toBeGreaterThan(12), { timeout: 5_000 });
  expect(states).toEqual(["connecting", "live"]);
});

test("half a frame at the end of a connection does no harm", async () => {
  const server = await serveStream();
  const { ticker, errors } = tickerOn(server);
  const prices: number[] = [];
  ticker.on("tick", ({ last_price }) => prices.push(last_price));
  ticker.subscribe([1]);
  await ticker.connect();
  const raw = server.tcp()[0] as Socket;
  // A WebSocket frame of 100 bytes of which ten arrive.
  raw.write(new Uint8Array([0x82, 100, 0, 1, 0, 8, 0, 0, 0, 1, 0, 0]));
  raw.destroy();
  await eventually(() => expect([...server.subscribed.keys()]).toEqual([1]));
  server.send(frameOf(ltpPacket(1, 100)));
  await eventually(() => expect(prices).toEqual([1]));
  expect(errors).toEqual([]);
});

test("one of three connections comes back alone: the others are left as they are", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server, { instrumentsPerConnection: 2 });
  const gaps: Gap[] = [];
  ticker.on("gap", (gap) => gaps.push(gap));
  ticker.subscribe([1, 2, 3, 4, 5, 6]);
  await ticker.connect();
  await eventually(() => expect(server.subscribed.size).toBe(6));
  const lost = server.connections[1];
  lost?.socket.terminate();
  await eventually(() => expect(gaps).toHaveLength(1));
  expect(gaps[0]?.tokens).toEqual([...(lost?.subscribed.keys() ?? [])]);
  await eventually(() => expect(server.subscribed.size).toBe(6));
  expect(server.tries).toHaveLength(4);
});

test("gives up after maxRetries: closed with the reason, connect rejects, loops throw", async () => {
  const server = await serveStream();
  server.handshake = () => 500;
  const { ticker, errors } = tickerOn(server, { maxRetries: 2 });
  const loop = ticker.ticks([1])[Symbol.asyncIterator]().next();
  await expect(ticker.connect()).rejects.toThrow("ticker: the ticker is closed (HTTP 500)");
  await expect(loop).rejects.toMatchObject({ code: "Aborted" });
  expect(ticker.state).toMatchObject({ status: "closed", reason: "server", detail: "HTTP 500" });
  expect(errors.map(({ message }) => message)).toEqual(["ticker: the ticker is closed (HTTP 500)"]);
  expect(server.tries).toHaveLength(3);
});

test("two tickers in one process do not touch each other", async () => {
  const server = await serveStream();
  const one = tickerOn(server);
  const two = tickerOn(server, {}, { accessToken: "token-other" });
  const heard: string[] = [];
  one.ticker.on("tick", () => heard.push("one"));
  two.ticker.on("tick", () => heard.push("two"));
  one.ticker.subscribe([1]);
  two.ticker.subscribe([2]);
  await Promise.all([one.ticker.connect(), two.ticker.connect()]);
  one.ticker.close();
  await eventually(() => expect(server.open).toHaveLength(1));
  server.send(frameOf(ltpPacket(2, 100)));
  await eventually(() => expect(heard).toEqual(["two"]));
  expect(two.states).toEqual(["connecting", "live"]);
});

test("a page behind a gateway finds the stream on its own origin, and sends neither key nor token", async () => {
  const server = await serveStream();
  vi.stubGlobal("location", { href: `http://127.0.0.1:${server.port}/dashboard?tab=1` });
  const ticker = createTicker({
    environment: { root: "/kite" },
    fetch: () => Promise.reject(new Error("no REST here")),
  });
  onTestFinished(() => {
    ticker.close();
    vi.unstubAllGlobals();
  });
  ticker.subscribe([1]);
  await ticker.connect();
  expect(server.paths).toEqual(["/kite"]);
  await eventually(() => expect([...server.subscribed.keys()]).toEqual([1]));
});
