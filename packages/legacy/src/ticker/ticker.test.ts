import { spawn } from "node:child_process";
import { once } from "node:events";
import { startSimulator } from "@kite/simulator";
import { expect, onTestFinished, test, vi } from "vitest";
import { KiteConnect, KiteTicker, type KiteTickerParams } from "../index.ts";
import { differs } from "../testing/differs.ts";
import type { AnyClient } from "../testing/observe.ts";

const INFY = 408065;

async function world(options: Parameters<typeof startSimulator>[0] = {}) {
  const simulator = await startSimulator({ tickEveryMs: 20, ticks: "all", heartbeatEveryMs: 30, ...options });
  onTestFinished(() => simulator.close());
  const { request_token } = await simulator.login();
  const kc = new KiteConnect({ api_key: simulator.apiKey, root: simulator.url });
  const { access_token } = await kc.generateSession(request_token, simulator.apiSecret);
  const params = { api_key: simulator.apiKey, access_token, root: simulator.environment.ws };
  /** A ticker, and all that it says. */
  const listen = (more: Partial<KiteTickerParams> = {}) => {
    const ticker = new KiteTicker({ ...params, ...more });
    const heard: [event: string, ...values: AnyClient[]][] = [];
    for (const event of ["connect", "disconnect", "error", "close", "reconnect", "noreconnect"] as const) {
      ticker.on(event as "close", (...values) => heard.push([event, ...values]));
    }
    onTestFinished(() => ticker.disconnect());
    return { ticker, heard, names: () => heard.map(([name]) => name) };
  };
  return { simulator, kc, params, listen };
}

/** The next values of an event. */
const next = (ticker: AnyClient, event: string): Promise<AnyClient> =>
  new Promise((resolve) => ticker.on(event, (value: unknown) => resolve(value)));

test("brings frames, then ticks, in the mode that is asked for", async () => {
  const { listen, simulator } = await world();
  const { ticker, names } = listen();
  const order: string[] = [];
  ticker.on("message", (frame) => order.push(frame instanceof ArrayBuffer ? "frame" : "?"));
  ticker.on("ticks", () => order.push("ticks"));
  ticker.on("connect", () => {
    expect(ticker.subscribe([INFY])).toEqual([INFY]);
    ticker.setMode(ticker.modeFull, [INFY]);
  });
  expect(ticker.connected()).toBe(false);
  ticker.connect();
  ticker.connect();
  await vi.waitFor(() => expect(simulator.stream.connections[0]?.modes.full).toBe(1));
  const [tick] = await next(ticker, "ticks");
  expect(tick).toMatchObject({ instrument_token: INFY, tradable: true, mode: "full", change: expect.any(Number) });
  expect(tick).not.toHaveProperty("change_percent");
  expect(order.slice(0, 2)).toEqual(["frame", "ticks"]);
  expect(names()).toEqual(["connect"]);
  expect(ticker.connected()).toBe(true);
  ticker.setMode("ltp", [INFY]);
  await vi.waitFor(() => expect(simulator.stream.connections[0]?.modes.ltp).toBe(1));
  ticker.unsubscribe([INFY]);
  await vi.waitFor(() => expect(simulator.stream.connections[0]?.subscriptions.size).toBe(0));
});

differs("kept-subscriptions", "what is subscribed stays so, before a connection and after it", async () => {
  const { listen, simulator } = await world();
  const { ticker, names } = listen();
  ticker.subscribe(["256265" as never]);
  ticker.setMode("full", [INFY]);
  ticker.connect();
  const kept = () =>
    expect([...(simulator.stream.connections[0]?.subscriptions ?? [])].sort()).toEqual(
      [
        [256265, "quote"],
        [INFY, "full"],
      ].sort(),
    );
  await vi.waitFor(kept);
  simulator.stream.kill();
  await vi.waitFor(() => expect(names()).toEqual(["connect", "close", "disconnect", "reconnect", "connect"]), 5_000);
  await vi.waitFor(kept);
  expect(() => ticker.subscribe(["INFY" as never])).toThrow(/must be an instrument_token/);
});

differs("process-exit", "ends when it is told to, and the program goes on", async () => {
  const exit = vi.spyOn(process, "exit").mockImplementation(() => undefined as never);
  onTestFinished(() => exit.mockRestore());
  const { listen, params } = await world();
  const { ticker, heard } = listen();
  ticker.connect();
  await next(ticker, "connect");
  ticker.disconnect();
  expect(ticker.connected()).toBe(false);
  await vi.waitFor(() => expect(heard.map(([name]) => name)).toEqual(["connect", "close", "disconnect"]));
  expect(heard[1]?.[1]).toMatchObject({ code: 1000 });
  expect(exit).not.toHaveBeenCalled();

  const program = `const { KiteTicker } = require("kiteconnect");
    const ticker = new KiteTicker(${JSON.stringify(params)});
    ticker.on("connect", () => ticker.disconnect());
    ticker.connect();
    setTimeout(() => process.exit(7), 4_000);`;
  const official = spawn(process.execPath, ["-e", program], { cwd: import.meta.dirname });
  expect(await once(official, "exit")).toEqual([1, null]);
});

differs("waits", "tells of the wait that was drawn, and begins anew after a connection", async () => {
  const { listen, simulator } = await world();
  const { ticker, heard } = listen();
  ticker.connect();
  await next(ticker, "connect");
  for (const connections of [2, 3]) {
    simulator.stream.kill();
    await vi.waitFor(() => expect(heard.filter(([name]) => name === "connect")).toHaveLength(connections), 5_000);
  }
  const waits = heard.filter(([name]) => name === "reconnect");
  expect(waits.map(([, count]) => count)).toEqual([1, 1]);
  for (const [, , seconds] of waits) expect(seconds).toSatisfy((wait: number) => wait >= 0 && wait <= 2);
});

test("gives up when the tries are used up, and can be started again", async () => {
  const { listen, simulator } = await world();
  const { ticker, names, heard } = listen({ max_retry: 1 });
  simulator.stream.refuse(503);
  ticker.connect();
  await vi.waitFor(() => expect(names()).toContain("noreconnect"), 10_000);
  const failed = ["error", "close", "disconnect"];
  expect(names()).toEqual([...failed, "reconnect", ...failed, "reconnect", ...failed, "noreconnect"]);
  expect(heard[0]?.[1]).toBeInstanceOf(Error);
  expect(heard[0]?.[1].message).toBe("Unexpected server response: 503");
  simulator.stream.accept();
  ticker.connect();
  await next(ticker, "connect");
}, 15_000);

test("does not come back where that was not asked for", async () => {
  const { listen, simulator } = await world();
  const { ticker, names } = listen({ reconnect: false });
  ticker.connect();
  await next(ticker, "connect");
  simulator.stream.kill(1011);
  await vi.waitFor(() => expect(names()).toEqual(["connect", "close", "disconnect"]));
  expect(ticker.connected()).toBe(false);
});

differs("endless-retries", "a negative number of tries has no end", async () => {
  const { listen, simulator } = await world();
  const { ticker, names } = listen({ max_retry: -1 });
  simulator.stream.refuse(503);
  ticker.connect();
  await vi.waitFor(() => expect(names().filter((name) => name === "reconnect")).toHaveLength(2), 4_000);
  expect(names()).not.toContain("noreconnect");
});

differs("refused-tokens", "a dead token, or none, ends the tries at once; another one can be given", async () => {
  const { listen, params } = await world();
  for (const access_token of ["dead", ""]) {
    const { ticker, heard } = listen({ access_token });
    ticker.connect();
    await vi.waitFor(() =>
      expect(heard.map(([name]) => name)).toEqual(["error", "close", "disconnect", "noreconnect"]),
    );
    expect(heard[0]?.[1]).toMatchObject({ error_type: "TokenException" });
    ticker.access_token = params.access_token;
    ticker.connect();
    await next(ticker, "connect");
  }
});

differs("own-sockets", "two tickers have two connections, and hear their own ticks", async () => {
  const { listen, simulator } = await world();
  const [one, two] = [listen().ticker, listen().ticker];
  one.subscribe([INFY]);
  two.subscribe([256265]);
  one.connect();
  two.connect();
  expect(await next(one, "ticks")).toMatchObject([{ instrument_token: INFY }]);
  expect(await next(two, "ticks")).toMatchObject([{ instrument_token: 256265 }]);
  expect(simulator.stream.connections).toHaveLength(2);
});

differs("heartbeats", "a heartbeat keeps the connection and is not told", async () => {
  const { listen, simulator } = await world();
  const { ticker } = listen();
  const frames: number[] = [];
  ticker.on("message", ({ byteLength }) => frames.push(byteLength));
  ticker.connect();
  await next(ticker, "connect");
  simulator.stream.send(new Uint8Array(1));
  simulator.stream.flood(1);
  ticker.subscribe([INFY]);
  await vi.waitFor(() => expect(frames.length).toBeGreaterThan(0));
  expect(Math.min(...frames)).toBeGreaterThan(2);
});

differs("order-updates", "news about an order is told once, with times as texts", async () => {
  const { listen, simulator, kc } = await world();
  const { ticker } = listen();
  const updates: AnyClient[] = [];
  ticker.on("order_update", (order) => updates.push(order));
  ticker.connect();
  await next(ticker, "connect");
  const order = {
    exchange: "NSE",
    tradingsymbol: "INFY",
    transaction_type: "BUY",
    quantity: 1,
    product: "CNC",
  } as const;
  const { order_id } = await kc.placeOrder("regular", { ...order, order_type: "MARKET", market_protection: -1 });
  await vi.waitFor(() => expect(updates.at(-1)).toMatchObject({ order_id, status: "COMPLETE" }));
  const { order_timestamp } = updates.at(-1);
  expect(order_timestamp).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  const [row] = (await kc.getOrders()).filter((row) => row.order_id === order_id);
  expect(new Date(`${order_timestamp.replace(" ", "T")}+05:30`)).toEqual(row?.order_timestamp);
  expect(simulator.stream.connections).toHaveLength(1);
  // Fields that no documentation knows pass.
  const more = { ...updates.at(-1), order_id: "1", shiny_new_field: 1 };
  simulator.stream.send(JSON.stringify({ type: "order", data: more }));
  await vi.waitFor(() => expect(updates.at(-1)).toEqual(more));
});

differs("listeners-that-throw", "a listener that throws is told, and the others hear", async () => {
  const { listen } = await world();
  const { ticker, heard } = listen();
  ticker.on("connect", () => {
    throw new RangeError("mine");
  });
  const other = next(ticker, "connect");
  ticker.connect();
  await other;
  expect(heard.map(([name]) => name)).toEqual(["connect", "error"]);
  expect(heard[1]?.[1]).toMatchObject({ message: 'a listener of "connect" threw: RangeError: mine' });
  const warnings: string[] = [];
  const silent = new KiteTicker({
    api_key: "key",
    access_token: "",
    reconnect: false,
    onWarning: (text) => warnings.push(text),
  });
  silent.on("close", () => {
    throw new RangeError("mine");
  });
  silent.connect();
  expect(warnings).toEqual(['a listener of "close" threw: RangeError: mine']);
});

test("events that are none are ignored, and so is what is asked of a ticker that is not connected", () => {
  const ticker = new KiteTicker({ api_key: "key", access_token: "token" });
  expect(() => ticker.on("nonsense" as never, () => {})).not.toThrow();
  expect(() => ticker.disconnect()).not.toThrow();
  expect(ticker.subscribe([])).toEqual([]);
  expect(ticker.connected()).toBe(false);
  expect(JSON.stringify(ticker)).not.toContain('token":"token');
});

test("an old call names its new one, once, where warnings are asked for", () => {
  const warnings: string[] = [];
  const onWarning = (message: string) => warnings.push(message);
  const ticker = new KiteTicker({ api_key: "key", access_token: "token", warnDeprecated: true, onWarning });
  ticker.on("ticks", () => {});
  ticker.on("ticks", () => {});
  ticker.subscribe([]);
  expect(warnings).toEqual([
    'on is deprecated: ticker.on("ticks" | "order" | "state" | "gap" | "error", listener) takes its place',
    "subscribe is deprecated: ticker.subscribe(tokens, { mode }) takes its place",
  ]);
});
