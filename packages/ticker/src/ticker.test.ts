import { expect, test } from "vitest";
import { eventually } from "./testing/eventually.ts";
import { frameOf, fullPacket, ltpPacket, quotePacket } from "./testing/frames.ts";
import { serveStream } from "./testing/stream-server.ts";
import { tickerOn } from "./testing/ticker-on.ts";
import type { Gap } from "./ticker-api.ts";

test("opens nothing until something is asked for, then connects with key and token", async () => {
  const server = await serveStream();
  const { ticker, states } = tickerOn(server);
  expect(ticker.state).toMatchObject({ status: "idle", connections: [] });
  ticker.subscribe([884737], { mode: "ltp" });
  await ticker.connect();
  expect(ticker.state).toMatchObject({ status: "live", connections: [{ status: "live", instruments: 1 }] });
  expect(states).toEqual(["connecting", "live"]);
  expect(server.tries.map((query) => [...query])).toEqual([
    [
      ["api_key", "key"],
      ["access_token", "token-one"],
    ],
  ]);
  expect(server.connections[0]?.headers).toMatchObject({ "x-kite-version": "3" });
  expect(server.connections[0]?.headers).not.toHaveProperty("sec-websocket-extensions");
});

test("brings each tick, and all ticks of a frame together", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  const heard: unknown[] = [];
  ticker.on("tick", ({ instrument_token, last_price }) => heard.push([instrument_token, last_price]));
  ticker.on("ticks", (ticks) => heard.push(ticks.length));
  await ticker.connect();
  server.send(frameOf(ltpPacket(884737, 39295), quotePacket(408065, 157315)));
  await eventually(() => expect(heard).toEqual([2, [884737, 392.95], [408065, 1573.15]]));
});

test("keeps the newest tick of each instrument, until nobody asks for it", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  const subscription = ticker.subscribe([884737]);
  expect(ticker.latest(884737)).toBeUndefined();
  expect(ticker.isStale(884737, 60_000)).toBe(true);
  await ticker.connect();
  server.send(frameOf(quotePacket(884737, 39295)));
  await eventually(() => expect(ticker.latest({ instrument_token: 884737 })?.last_price).toBe(392.95));
  const live = ticker.latest(884737);
  server.send(frameOf(quotePacket(884737, 39300)));
  await eventually(() => expect(live?.last_price).toBe(393));
  expect(ticker.isStale(884737, 60_000)).toBe(false);
  subscription.close();
  // One more that was on its way.
  server.send(frameOf(quotePacket(884737, 39305)));
  await eventually(() => expect(ticker.stats().frames).toBe(3));
  expect(ticker.latest(884737)).toBeUndefined();
  ticker.subscribe([884737]);
  expect(ticker.latest(884737)).toBeUndefined();
});

test("what is asked for in one turn leaves together, also before the connection stands", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  ticker.subscribe([1], { mode: "full" });
  ticker.subscribe([2]);
  ticker.unsubscribe([2]);
  ticker.subscribe([3, 4]);
  ticker.setMode([4], "ltp");
  await ticker.connect();
  await eventually(() => expect(server.connections[0]?.received).toHaveLength(4));
  expect(server.connections[0]?.received).toEqual([
    { a: "subscribe", v: [1, 3, 4] },
    { a: "mode", v: ["ltp", [4]] },
    { a: "mode", v: ["quote", [3]] },
    { a: "mode", v: ["full", [1]] },
  ]);
});

test("two parts of a program share an instrument: the highest mode counts, the last one ends it", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  const one = ticker.subscribe([1, 2], { mode: "ltp" });
  const two = ticker.subscribe([2, 3], { mode: "full" });
  const streams = (expected: [number, string][]) =>
    eventually(() => expect([...server.subscribed].sort()).toEqual(expected));
  await streams([
    [1, "ltp"],
    [2, "full"],
    [3, "full"],
  ]);
  two.setMode("quote");
  await streams([
    [1, "ltp"],
    [2, "quote"],
    [3, "quote"],
  ]);
  two.close();
  two.close();
  await streams([
    [1, "ltp"],
    [2, "ltp"],
  ]);
  expect([one.tokens, two.tokens]).toEqual([[1, 2], []]);
  one.close();
  await streams([]);
});

test("unsubscribe ends what everybody asked for; a handle that is closed later takes nothing from who came after", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  const first = ticker.subscribe([1, 2]);
  ticker.unsubscribe([1]);
  ticker.subscribe([1], { mode: "full" });
  expect(first.tokens).toEqual([2]);
  first.close();
  await eventually(() => expect([...server.subscribed]).toEqual([[1, "full"]]));
});

test("refuses what cannot be meant, before anything is sent", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server, { connections: 2, instrumentsPerConnection: 3 });
  ticker.subscribe([1, 2, 3, 4]);
  expect(() => ticker.subscribe([4, 5, 6, 7])).toThrow(
    "subscribe: instruments: 7 would be subscribed, and 2 connections of 3 instruments each carry 6",
  );
  expect(() => ticker.subscribe([5], { mode: "all" as never })).toThrow(
    "mode: must be one of ltp, quote, full, got all",
  );
  expect(() => ticker.subscribe([5], { staleAfter: 0 })).toThrow("staleAfter");
  expect(() => ticker.setMode([99], "full")).toThrow("99 is not subscribed");
  ticker.subscribe([4, 5, 6]);
  await eventually(() => expect([...server.subscribed.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]));
});

test("more instruments than a connection takes go over several, as one stream", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server, { instrumentsPerConnection: 3 });
  const tokens = Array.from({ length: 8 }, (_, index) => index + 1);
  const heard = new Set<number>();
  ticker.on("tick", ({ instrument_token }) => heard.add(instrument_token));
  ticker.subscribe(tokens);
  await ticker.connect();
  await eventually(() => expect(server.open.map(({ subscribed }) => subscribed.size).sort()).toEqual([2, 3, 3]));
  for (const { socket, subscribed } of server.open) {
    socket.send(frameOf(...[...subscribed.keys()].map((token) => ltpPacket(token, 100))));
  }
  await eventually(() => expect([...heard].sort()).toEqual(tokens));
  expect(ticker.state.connections.map(({ instruments }) => instruments).sort()).toEqual([2, 3, 3]);
});

test("a connection that is not needed any more is closed, and its instruments move to the others", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server, { instrumentsPerConnection: 10 });
  const gaps: Gap[] = [];
  ticker.on("gap", (gap) => gaps.push(gap));
  const tokens = Array.from({ length: 25 }, (_, index) => index + 1);
  ticker.subscribe(tokens);
  await ticker.connect();
  await eventually(() => expect(server.open).toHaveLength(3));
  ticker.unsubscribe(tokens.slice(3, 13));
  await eventually(() => expect(server.open).toHaveLength(2));
  await eventually(() =>
    expect([...server.subscribed.keys()].sort()).toEqual([...tokens.slice(0, 3), ...tokens.slice(13)].sort()),
  );
  expect(gaps.map(({ reason, tokens: moved }) => [reason, moved.length])).toEqual([["asked", 3]]);
  ticker.unsubscribe(tokens);
  await eventually(() => expect(server.open).toHaveLength(1));
  expect(ticker.state.status).toBe("live");
});

test("without anything to bring, the connection is closed; it comes back when something is asked for", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  const subscription = ticker.subscribe([1]);
  await eventually(() => expect(ticker.state.status).toBe("live"));
  subscription.close();
  await eventually(() => expect(ticker.state.status).toBe("idle"));
  await eventually(() => expect(server.open).toHaveLength(0));
  ticker.subscribe([2]);
  await eventually(() => expect([...server.subscribed.keys()]).toEqual([2]));
});

test("loops read the ticks of their instruments, side by side, and subscribe for as long as they run", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  const read = async (token: number, count: number) => {
    const prices: number[] = [];
    for await (const { last_price } of ticker.ticks([token], { mode: "ltp", buffer: "all" })) {
      prices.push(last_price);
      if (prices.length === count) break;
    }
    return prices;
  };
  const both = Promise.all([read(1, 2), read(2, 1)]);
  await eventually(() => expect([...server.subscribed.keys()].sort()).toEqual([1, 2]));
  server.send(frameOf(ltpPacket(1, 100), ltpPacket(2, 500), ltpPacket(3, 900), ltpPacket(1, 200)));
  expect(await both).toEqual([[1, 2], [5]]);
  await eventually(() => expect(server.subscribed.size).toBe(0));
});

test("a loop that is slow loses ticks and nobody else does", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  let others = 0;
  const stream = ticker.ticks([1], { buffer: { queue: 2 } });
  const loop = stream[Symbol.asyncIterator]();
  ticker.on("tick", () => {
    others += 1;
  });
  await ticker.connect();
  for (let price = 1; price <= 50; price += 1) server.send(frameOf(ltpPacket(1, price * 100)));
  await eventually(() => expect(others).toBe(50));
  expect([await loop.next(), await loop.next()].map(({ value }) => value?.last_price)).toEqual([49, 50]);
  expect(ticker.stats().dropped).toBe(48);
  await loop.return?.();
  expect(ticker.stats().dropped).toBe(48);
});

test("counts what it does, and how long frames were on their way", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  await ticker.connect();
  const seconds = Math.floor(Date.now() / 1_000) - 20;
  const frame = frameOf(fullPacket(1, 100, seconds), ltpPacket(2, 100), new Uint8Array(16));
  server.send(frame);
  server.send({ type: "message", data: "Hello" });
  await eventually(() =>
    expect(ticker.stats()).toMatchObject({ frames: 1, texts: 1, ticks: 2, problems: 1, dropped: 0 }),
  );
  const { bytes, heartbeats, lag } = ticker.stats();
  expect(bytes).toBe(frame.byteLength + heartbeats);
  expect(lag?.last).toBeGreaterThanOrEqual(20_000);
  expect(lag?.longest).toBe(lag?.last);
});

test("tells of an instrument that is silent, once for each silence", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  const stale: number[] = [];
  ticker.on("stale", ({ instrument_token }) => stale.push(instrument_token));
  const subscription = ticker.subscribe([1, 2], { staleAfter: 400 });
  await ticker.connect();
  const busy = setInterval(() => server.send(frameOf(ltpPacket(1, 100))), 20);
  await eventually(() => expect(stale).toEqual([2]), { timeout: 3_000 });
  expect(ticker.isStale(2, 300)).toBe(true);
  server.send(frameOf(ltpPacket(2, 100)));
  await eventually(() => expect(stale).toEqual([2, 2]), { timeout: 3_000 });
  clearInterval(busy);
  subscription.close();
});

test("brings notices once, although every connection does, and what it does not know as it came", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server, { instrumentsPerConnection: 1 });
  const heard: unknown[] = [];
  ticker.on("message", (notice) => heard.push(notice));
  ticker.on("text", (text) => heard.push(text));
  ticker.subscribe([1, 2]);
  await eventually(() => expect(server.subscribed.size).toBe(2));
  await eventually(() => expect(ticker.state.status).toBe("live"));
  server.send({ type: "message", data: "Trading in INFY is halted" });
  server.send({ type: "horoscope", data: { sign: "bull" } });
  server.send({ type: "instruments_meta", data: { count: 90_000, etag: "W/1" } });
  await eventually(() => expect(ticker.stats().texts).toBe(6));
  expect(heard).toEqual([
    "Trading in INFY is halted",
    { type: "horoscope", data: { sign: "bull" } },
    { type: "instruments_meta", data: { count: 90_000, etag: "W/1" } },
  ]);
});

test("what a server says of a refusal, and what cannot be read, are errors; the stream goes on", async () => {
  const server = await serveStream();
  const { ticker, errors } = tickerOn(server);
  const prices: number[] = [];
  ticker.on("tick", ({ last_price }) => prices.push(last_price));
  await ticker.connect();
  server.send({ type: "error", data: "Too many instruments for token-one" });
  for (const { socket } of server.open) socket.send("<html>");
  server.send(new Uint8Array([0, 9, 0, 8, 1]));
  server.send(frameOf(ltpPacket(1, 100)));
  await eventually(() => expect(prices).toEqual([1]));
  expect(errors.map(({ code, message }) => [code, message])).toEqual([
    ["GeneralException", "ticker: the server says: Too many instruments for ***"],
    ["MalformedAnswer", "text message of 6 characters: no JSON"],
    ["MalformedAnswer", expect.stringContaining("truncated")],
  ]);
  expect(ticker.state.status).toBe("live");
});

test("a listener that throws stops neither the others nor the reader", async () => {
  const server = await serveStream();
  const { ticker, errors } = tickerOn(server);
  const prices: number[] = [];
  ticker.on("tick", () => {
    throw new Error("broken with token-one");
  });
  ticker.on("state", () => {
    throw new Error("broken state");
  });
  ticker.on("tick", ({ last_price }) => prices.push(last_price));
  await ticker.connect();
  server.send(frameOf(ltpPacket(1, 100)));
  server.send(frameOf(ltpPacket(1, 200)));
  await eventually(() => expect(prices).toEqual([1, 2]));
  expect(errors.map(({ message }) => message)).toContain('ticker: a listener of "tick" threw: Error: broken with ***');
  expect(errors.every(({ code }) => code === "ListenerFailed")).toBe(true);
});

test("errors that nobody listens to are warned of; a broken listener of errors too", async () => {
  const server = await serveStream();
  const { ticker, warnings } = tickerOn(server);
  ticker.on("error", () => {
    throw new Error("broken");
  });
  await ticker.connect();
  server.send({ type: "error", data: "No" });
  await eventually(() => expect(warnings).toEqual(['a listener of "error" threw: Error: broken']));
});
