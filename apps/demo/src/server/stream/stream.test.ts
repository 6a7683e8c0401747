import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { Browser } from "../testing/browser.ts";
import { startDashboard } from "../testing/dashboard.ts";
import { openedStream, openStream } from "../testing/page-socket.ts";
import { packetsOf } from "./packets.ts";

const INFY = 408065;

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

test("a page gets the packets it asks for, and no others", async () => {
  const dashboard = await startDashboard();
  await dashboard.logIn("SIM001");
  const instruments = await dashboard.connection.kite.marketData.loadInstruments();
  const infy = instruments.byKey("NSE:INFY")?.instrument_token ?? 0;
  const sbin = instruments.byKey("NSE:SBIN")?.instrument_token ?? 0;
  const [one, other] = [await openedStream(dashboard.origin), await openedStream(dashboard.origin)];
  one.say({ a: "subscribe", v: [infy] });
  other.say({ a: "subscribe", v: [sbin] });
  await until(() => {
    expect(one.tokens).toContain(infy);
    expect(other.tokens).toContain(sbin);
  });
  expect(new Set(one.tokens)).toEqual(new Set([infy]));
  expect(new Set(other.tokens)).toEqual(new Set([sbin]));
});

test("what two pages look at is asked for once, and until the last one leaves", async () => {
  const dashboard = await startDashboard();
  await dashboard.logIn("SIM001");
  const { stream } = dashboard.simulator;
  const asked = () => stream.connections.flatMap(({ subscriptions }) => [...subscriptions]);
  const [one, other] = [await openedStream(dashboard.origin), await openedStream(dashboard.origin)];
  for (const page of [one, other]) page.say({ a: "subscribe", v: [INFY] });
  other.say({ a: "mode", v: ["full", [INFY]] });
  await until(() => expect(asked()).toEqual([[INFY, "full"]]));
  expect(stream.connections).toHaveLength(1);
  other.socket.close();
  await until(() => expect(asked()).toEqual([[INFY, "quote"]]));
  one.say({ a: "unsubscribe", v: [INFY] });
  await until(() => expect(asked()).toEqual([]));
});

test("a page that comes later has the newest packet at once", async () => {
  const dashboard = await startDashboard();
  await dashboard.logIn("SIM001");
  const instruments = await dashboard.connection.kite.marketData.loadInstruments();
  const infy = instruments.byKey("NSE:INFY")?.instrument_token ?? 0;
  const first = await openedStream(dashboard.origin);
  first.say({ a: "subscribe", v: [infy] });
  await until(() => expect(first.tokens).toContain(infy));
  // from now on the exchange says nothing
  dashboard.simulator.stream.silence();
  const second = await openedStream(dashboard.origin);
  second.say({ a: "subscribe", v: [infy] });
  second.say({ a: "mode", v: ["quote", [infy]] });
  await until(() => expect(second.tokens).toEqual([infy]));
});

test("it is opened from the dashboard itself only", async () => {
  const { origin, logIn } = await startDashboard();
  await logIn("SIM001");
  expect(await openStream(origin, { from: "https://example.com" })).toBe(403);
  expect(await openStream(origin, { from: origin.replace("127.0.0.1", "localhost") })).toBe(403);
  expect(await openStream(origin, { from: "" })).toBe(403);
  expect(await openStream(origin.replace("127.0.0.1", "localhost"), { from: origin })).toBe(403);
  expect(await openStream(origin, { path: "/api/account" })).toBe(404);
  expect(await openStream(origin, { path: "/login" })).toBe(404);
});

test("a page that does not use a socket is told so", async () => {
  const { origin } = await startDashboard();
  const reply = await new Browser().ask(`${origin}/api/stream`, { headers: { origin } });
  expect([reply.status, reply.json().code]).toEqual([426, "NotASocket"]);
});

test("nobody logged in, no stream", async () => {
  const { origin } = await startDashboard();
  expect(await openStream(origin)).toBe(401);
});

test("a real account's stream is for the browser that logged in, and ends with the login", async () => {
  const dashboard = await startDashboard("production");
  const { origin } = dashboard;
  const browser = new Browser();
  await browser.logIn(origin, "SIM001");
  expect(await openStream(origin)).toBe(401);
  expect(await openStream(origin, { cookie: browser.cookie })).toBeTypeOf("object");
  const page = await openedStream(origin, { cookie: browser.cookie });
  const ended = once(page.socket, "close");
  await new Browser().logIn(origin, "SIM002");
  expect((await ended)[0]).toBe(4001);
  expect(await openStream(origin, { cookie: browser.cookie })).toBe(401);
});

test("tells how the connection to the exchange is, orders as they happen, and nothing secret", async () => {
  const dashboard = await startDashboard();
  const { simulator, connection, origin } = dashboard;
  await dashboard.logIn("SIM001");
  const page = await openedStream(origin);
  page.say({ a: "subscribe", v: [INFY] });
  const states = () =>
    page.texts.map((text) => JSON.parse(text)).flatMap(({ type, data }) => (type === "upstream" ? [data] : []));
  await until(() => expect(states().at(-1)).toMatchObject({ status: "live", reason: null, retry_at: null }));

  const { order_id } = await connection.kite.orders.placeOrder({
    variety: "regular",
    exchange: "NSE",
    tradingsymbol: "INFY",
    transaction_type: "BUY",
    order_type: "MARKET",
    market_protection: 2,
    quantity: 1,
    product: "CNC",
    validity: "DAY",
  });
  await until(() => {
    const orders = page.texts.map((text) => JSON.parse(text)).filter(({ type }) => type === "order");
    expect(orders.at(-1)?.data).toMatchObject({ order_id, status: "COMPLETE" });
    // the stream's own form: Indian time without an offset
    expect(orders.at(-1)?.data.order_timestamp).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });

  simulator.stream.refuse(503);
  simulator.stream.kill();
  await until(() => {
    const last = states().at(-1);
    expect(last).toMatchObject({ status: "reconnecting", detail: "HTTP 503" });
  });
  simulator.stream.accept();
  await until(() => expect(states().at(-1)).toMatchObject({ status: "live" }));

  const said = page.heard.join("\n");
  for (const secret of [simulator.apiKey, simulator.apiSecret, connection.kite.session.accessToken ?? "?"]) {
    expect(said).not.toContain(secret);
  }
});

test("a page that says what cannot be understood is told so, and heard further", async () => {
  const dashboard = await startDashboard();
  await dashboard.logIn("SIM001");
  const page = await openedStream(dashboard.origin);
  page.socket.send("{");
  await until(() => expect(page.texts.join()).toContain('"type":"error"'));
  page.say({ a: "subscribe", v: [INFY] });
  await until(() =>
    expect(dashboard.simulator.stream.connections.flatMap(({ subscriptions }) => [...subscriptions.keys()])).toEqual([
      INFY,
    ]),
  );
});

test("the connection to the exchange is there while somebody looks", async () => {
  const dashboard = await startDashboard();
  await dashboard.logIn("SIM001");
  expect(dashboard.simulator.stream.connections).toHaveLength(0);
  const page = await openedStream(dashboard.origin);
  await until(() => expect(dashboard.simulator.stream.connections).toHaveLength(1));
  page.socket.close();
  await until(() => expect(dashboard.simulator.stream.connections).toHaveLength(0));
}, 20_000);

test("a page that does not read misses frames, and has the newest price afterwards", async () => {
  const { connection, simulator, origin, logIn } = await startDashboard();
  await logIn("SIM001");
  const { ticker, marketData } = connection.kite;
  const instruments = await marketData.loadInstruments();
  const tokens = [...instruments].slice(0, 900).map(({ instrument_token }) => instrument_token);
  const infy = instruments.byKey("NSE:INFY")?.instrument_token ?? 0;
  const page = await openedStream(origin);
  let frames = 0;
  let newest = 0;
  page.socket.on("message", (data: Buffer, isBinary) => {
    if (!isBinary || data.length < 4) return;
    frames += 1;
    const bytes = packetsOf(data).find(({ token }) => token === infy)?.bytes;
    if (bytes) newest = Buffer.from(bytes).readInt32BE(4);
  });
  page.say({ a: "subscribe", v: [infy, ...tokens] });
  page.say({ a: "mode", v: ["full", [infy, ...tokens]] });
  await until(() => expect(frames).toBeGreaterThan(0));
  page.socket.pause();
  const before = ticker.stats().frames;
  const sent = 150;
  simulator.stream.flood(sent);
  await until(() => expect(ticker.stats().frames).toBeGreaterThanOrEqual(before + sent));
  const heard = frames;
  page.socket.resume();
  simulator.setPrice("NSE:INFY", 1501.5);
  await until(() => expect(newest).toBe(150_150));
  expect(frames - heard).toBeLessThan(sent);
}, 20_000);
