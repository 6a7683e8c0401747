import { expect, test } from "vitest";
import { eventually } from "../testing/eventually.ts";
import { frameOf, ltpPacket } from "../testing/frames.ts";
import { serveStream } from "../testing/stream-server.ts";
import { tickerOn } from "../testing/ticker-on.ts";
import type { LoadEngine } from "./engine-on-demand.ts";

/** A program whose engine comes over a network that can be slow, or gone. */
function loading() {
  const network = { isOffline: false, loads: 0, arrived: Promise.resolve() };
  const loadEngine: LoadEngine = async () => {
    network.loads += 1;
    await network.arrived;
    if (network.isOffline) throw new TypeError("Failed to fetch dynamically imported module");
    return import("./engine.ts");
  };
  return { loadEngine, network };
}

/** The same, with an engine that takes until `finish` is called. */
function slowlyLoading() {
  const { loadEngine, network } = loading();
  let finish = () => {};
  network.arrived = new Promise((resolve) => {
    finish = resolve;
  });
  return { finish, loadEngine, network };
}

test("nothing is loaded before something is asked for", async () => {
  const { loadEngine, network } = loading();
  const { ticker } = tickerOn(await serveStream(), {}, { loadEngine });
  ticker.on("tick", () => {});
  expect([ticker.latest(1), ticker.isStale(1, 1_000), ticker.stats().frames]).toEqual([undefined, true, 0]);
  ticker.subscribe([1]).close();
  ticker.unsubscribe([1]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect({ loads: network.loads, status: ticker.state.status }).toEqual({ loads: 0, status: "idle" });
});

test("what is asked for while it is loading stands when it is there, and each state is told once", async () => {
  const { finish, loadEngine, network } = slowlyLoading();
  const server = await serveStream();
  const { ticker, states } = tickerOn(server, {}, { loadEngine });
  const gone = ticker.subscribe([1, 2]);
  await eventually(() => expect(network.loads).toBe(1));
  expect(ticker.state).toMatchObject({ status: "connecting", connections: [{ status: "connecting", instruments: 2 }] });
  const loop = ticker.ticks([4], { mode: "ltp" })[Symbol.asyncIterator]();
  gone.close();
  ticker.subscribe([1], { mode: "full" });
  finish();
  await ticker.connect();
  expect(states).toEqual(["connecting", "live"]);
  await eventually(() => expect(Object.fromEntries(server.subscribed)).toEqual({ 1: "full", 4: "ltp" }));
  server.send(frameOf(ltpPacket(4, 15_000)));
  expect(await loop.next()).toMatchObject({ value: { instrument_token: 4, last_price: 150 } });
});

test("one that does not load is told, and asked for again as a lost connection is", async () => {
  const { loadEngine, network } = loading();
  network.isOffline = true;
  const server = await serveStream();
  const { ticker, errors, states } = tickerOn(server, {}, { loadEngine });
  const connected = ticker.connect();
  await eventually(() => expect(errors.length).toBeGreaterThan(1));
  expect(errors[0]).toMatchObject({ code: "ConnectionFailed", endpoint: "ticker", cause: expect.any(Error) });
  expect(ticker.state).toMatchObject({ status: "reconnecting", reason: "network" });
  expect(ticker.state.connections[0]?.failures).toBeGreaterThan(0);
  network.isOffline = false;
  await connected;
  expect(states.slice(0, 2)).toEqual(["connecting", "reconnecting (network)"]);
  expect(states.at(-1)).toBe("live");
  expect(server.tries).toHaveLength(1);
});

test("maxRetries counts loads that fail", async () => {
  const { loadEngine, network } = loading();
  network.isOffline = true;
  const { ticker, errors } = tickerOn(await serveStream(), { maxRetries: 2 }, { loadEngine });
  await expect(ticker.connect()).rejects.toMatchObject({ code: "Aborted" });
  expect(ticker.state).toMatchObject({ status: "closed", reason: "network" });
  expect(errors.map(({ code }) => code)).toEqual([...Array(3).fill("ConnectionFailed"), "Aborted"]);
});

test("a close while it is loading is final", async () => {
  const { finish, loadEngine, network } = slowlyLoading();
  const server = await serveStream();
  const { ticker, states } = tickerOn(server, {}, { loadEngine });
  const connected = ticker.connect();
  await eventually(() => expect(network.loads).toBe(1));
  ticker.close();
  finish();
  await expect(connected).rejects.toMatchObject({ code: "Aborted" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.tries).toHaveLength(0);
  expect(states).toEqual(["connecting", "closed (asked)"]);
});

test("a close by the listener that hears of a failed load is final", async () => {
  const { loadEngine, network } = loading();
  network.isOffline = true;
  const { ticker, states } = tickerOn(await serveStream(), {}, { loadEngine });
  ticker.on("error", () => ticker.close());
  ticker.subscribe([1]);
  await eventually(() => expect(ticker.state.status).toBe("closed"));
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect({ loads: network.loads, states }).toEqual({ loads: 1, states: ["connecting", "closed (asked)"] });
});

test("what is given up while it is loading opens no connection, and can be asked for again", async () => {
  const { finish, loadEngine, network } = slowlyLoading();
  const server = await serveStream();
  const { ticker, states } = tickerOn(server, {}, { loadEngine });
  const subscription = ticker.subscribe([1]);
  await eventually(() => expect(network.loads).toBe(1));
  subscription.close();
  await eventually(() => expect(ticker.state).toMatchObject({ status: "idle", connections: [] }));
  finish();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.tries).toHaveLength(0);
  ticker.subscribe([2]);
  await eventually(() => expect(ticker.state.status).toBe("live"));
  expect(states).toEqual(["connecting", "idle", "connecting", "live"]);
});
