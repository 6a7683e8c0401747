import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { createKite } from "@kite/core";
import { expect, test } from "vitest";
import { ticker as plugin } from "./plugin.ts";
import { eventually } from "./testing/eventually.ts";
import { frameOf, ltpPacket } from "./testing/frames.ts";
import { serveStream } from "./testing/stream-server.ts";
import { tickerOn } from "./testing/ticker-on.ts";
import { createTicker } from "./ticker.ts";

test("close is final: sockets are gone, loops end, nothing is heard or taken any more", async () => {
  const server = await serveStream();
  const { ticker, states, kite } = tickerOn(server);
  const heard: unknown[] = [];
  ticker.on("tick", (tick) => heard.push(tick));
  const subscription = ticker.subscribe([1], { staleAfter: 1_000 });
  await ticker.connect();
  const loop = ticker.ticks([2])[Symbol.asyncIterator]();
  const next = loop.next();
  ticker.close();
  ticker.close();
  expect(await next).toEqual({ done: true, value: undefined });
  expect(states.at(-1)).toBe("closed (asked)");
  expect(states.filter((state) => state.startsWith("closed"))).toHaveLength(1);
  await eventually(() => expect(server.open).toEqual([]));
  expect(ticker.state).toMatchObject({ status: "closed", reason: "asked", connections: [] });
  expect(() => ticker.subscribe([1])).toThrow("the ticker is closed");
  await expect(ticker.connect()).rejects.toMatchObject({ code: "Aborted" });
  for await (const _tick of ticker.ticks([1])) throw new Error("a closed ticker has no ticks");
  subscription.setMode("full");
  subscription.close();
  ticker.unsubscribe([1]);
  ticker.on("order", () => {})();
  kite.session.setAccessToken("token-two");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(server.tries).toHaveLength(1);
  expect(heard).toEqual([]);
});

test.each(["hang", 503, 429, 403] as const)("can be closed while a handshake ends in %s", async (handshake) => {
  const server = await serveStream();
  server.handshake = () => handshake;
  const { ticker, states } = tickerOn(server);
  ticker.subscribe([1]);
  const connected = ticker.connect();
  await eventually(() => expect(server.tries.length).toBeGreaterThan(0));
  ticker.close();
  await expect(connected).rejects.toThrow("the ticker is closed (close was called)");
  expect(states.at(-1)).toBe("closed (asked)");
});

test("can be closed by any listener, in the middle of anything", async () => {
  const server = await serveStream();
  for (const event of ["state", "tick", "ticks", "frame", "gap", "error", "message"] as const) {
    const { ticker } = tickerOn(server);
    ticker.subscribe([1]);
    ticker.on(event, () => {
      if (event !== "state" || ticker.state.status === "live") ticker.close();
    });
    await eventually(() => {
      server.send(frameOf(ltpPacket(1, 100)));
      server.send({ type: "message", data: "Hello" });
      server.send({ type: "error", data: "No" });
      if (event === "gap") server.cut();
      expect(ticker.state.status).toBe("closed");
    });
    await eventually(() => expect(server.open).toEqual([]));
  }
});

test("a signal closes it, also one that has fired already", async () => {
  const server = await serveStream();
  const stop = new AbortController();
  const { ticker } = tickerOn(server, { signal: stop.signal });
  ticker.subscribe([1]);
  await ticker.connect();
  stop.abort();
  expect(ticker.state).toMatchObject({ status: "closed", reason: "asked", detail: "the signal fired" });
  expect(tickerOn(server, { signal: stop.signal }).ticker.state.status).toBe("closed");
});

test("await using closes it", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  await ticker.connect();
  await ticker[Symbol.asyncDispose]();
  expect(ticker.state.status).toBe("closed");
});

test("the token shows nowhere: not in errors, states, warnings, texts of the ticker or its inspection", async () => {
  const server = await serveStream();
  const secret = "s3cretAccessToken";
  const told: unknown[] = [];
  for (const handshake of ["accept", 403, 429, 503, "cut", "hang"] as const) {
    server.handshake = () => handshake;
    const { ticker, errors, warnings } = tickerOn(server, { connectTimeout: 50 }, { accessToken: secret });
    ticker.on("state", (state) => told.push(inspect(state, { depth: 9 }), JSON.stringify(state)));
    ticker.on("text", () => {
      throw new Error(`broken ${secret}`);
    });
    const connected = ticker.connect();
    ticker.subscribe([1]);
    await eventually(() => expect(server.tries.some((query) => query.get("access_token") === secret)).toBe(true));
    await new Promise((resolve) => setTimeout(resolve, 80));
    server.send({ type: "error", data: `who is ${secret}?` });
    server.send({ type: "strange" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    told.push(inspect(ticker, { depth: 9, showHidden: true }), JSON.stringify(ticker), String(ticker), warnings);
    ticker.close();
    await connected.catch((error) => told.push(inspect(error, { depth: 9 }), error.message));
    told.push(...errors.map(({ message, stack }) => `${message} ${stack}`));
  }
  expect(told.length).toBeGreaterThan(20);
  for (const text of told) expect(String(text)).not.toContain(secret);
});

test("a program ends by itself after close, and while nothing is asked for", async () => {
  const server = await serveStream();
  const program = `
    import { createTicker } from ${JSON.stringify(fileURLToPath(new URL("./index.ts", import.meta.url)))};
    const ticker = createTicker({ apiKey: "key", accessToken: "token", environment: ${JSON.stringify(server.environment)} });
    createTicker({ apiKey: "key", accessToken: "token" });
    ticker.on("order", () => {});
    ticker.on("error", () => {});
    ticker.subscribe([1, 2], { staleAfter: 60000 });
    await ticker.connect();
    const loop = (async () => { for await (const tick of ticker.ticks([1])) console.log(tick); })();
    setTimeout(async () => { ticker.close(); await loop; console.log("closed"); }, 50);
  `;
  // esbuild strips the types as a user's build does; the condition chooses the sources of the workspace.
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    conditions: ["@kite/source"],
    external: ["ws"],
  });
  const child = spawn(process.execPath, ["--input-type=module"], { cwd: import.meta.dirname });
  child.stdin.end(outputFiles[0]?.text);
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ code, output }).toEqual({ code: 0, output: "closed\n" });
}, 15_000);

test("the plugin gives a client a ticker of its own, which is silent until it is used", async () => {
  const server = await serveStream();
  const kite = createKite({ apiKey: "key", accessToken: "t", environment: server.environment }).use(plugin());
  expect(kite.ticker.session).toBe(kite.session);
  expect(kite.ticker.state.status).toBe("idle");
  await kite.ticker.connect();
  expect(server.tries).toHaveLength(1);
  kite.ticker.close();
});

test("settings that cannot be meant are refused", () => {
  const make = (options: object) => () => createTicker({ apiKey: "key", accessToken: "t" }, options);
  expect(make({ silence: 0 })).toThrow("createTicker: silence: must be a number above 0, got 0");
  expect(make({ connectTimeout: "5" })).toThrow("connectTimeout");
  expect(make({ backoff: { first: -1, longest: 5 } })).toThrow("backoff.first");
  expect(make({ maxRetries: -1 })).toThrow("maxRetries: must be at least 0, got -1");
  expect(make({ divisors: { 6: 0 } })).toThrow("divisors[6]: must be a number above 0, got 0");
  expect(make({ connections: 0 })).toThrow("connections: must be a whole number above 0, got 0");
  expect(make({ instrumentsPerConnection: 2.5 })).toThrow("instrumentsPerConnection");
});
