import { expect, test } from "vitest";
import { eventually } from "./testing/eventually.ts";
import { type StreamServer, serveStream } from "./testing/stream-server.ts";
import { tickerOn } from "./testing/ticker-on.ts";

/** As on a page: without key and token. */
const onPage = ({ port }: StreamServer) => ({
  ...{ apiKey: undefined, accessToken: undefined },
  environment: { root: "/kite" as const, ws: `ws://127.0.0.1:${port}/kite` },
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test.each([4001, 4003])(
  "a gateway that closes with %i knows nobody: the ticker closes, and does not come back",
  async (code) => {
    const server = await serveStream();
    const { ticker, errors, states } = tickerOn(server, {}, onPage(server));
    ticker.subscribe([1]);
    await ticker.connect();
    server.open[0]?.socket.close(code, "sign in again");
    await eventually(() => expect(ticker.state.status).toBe("closed"));
    expect(ticker.state).toMatchObject({ reason: "auth", detail: `close code ${code}`, connections: [] });
    expect(states).toEqual(["connecting", "live", "closed (auth)"]);
    expect(errors.map(({ code: error }) => error)).toEqual(["TokenException"]);
    await expect(ticker.connect()).rejects.toMatchObject({ code: "TokenException" });
    expect(() => ticker.subscribe([2])).toThrow(`the ticker is closed (close code ${code})`);
    await pause(150);
    expect(server.tries).toHaveLength(1);
  },
);

test("all connections end when one of them hears of it, and a loop throws", async () => {
  const server = await serveStream();
  const { ticker, errors } = tickerOn(server, { instrumentsPerConnection: 1 }, onPage(server));
  const loop = (async () => {
    for await (const _ of ticker.ticks([1, 2, 3]));
  })();
  const ended = expect(loop).rejects.toMatchObject({ code: "TokenException" });
  await eventually(() => expect(server.open).toHaveLength(3));
  server.open[1]?.socket.close(4001);
  await ended;
  await eventually(() => expect(server.open).toHaveLength(0));
  expect(errors).toHaveLength(1);
  expect(server.tries).toHaveLength(3);
});

test("a handshake that a gateway refuses is the same", async () => {
  const server = await serveStream();
  server.handshake = () => 403;
  const { ticker } = tickerOn(server, {}, onPage(server));
  ticker.subscribe([1]);
  await eventually(() => expect(ticker.state).toMatchObject({ status: "closed", reason: "auth", detail: "HTTP 403" }));
});

test("with a key, such a close asks the session for another token, as a refused handshake does", async () => {
  const server = await serveStream();
  const { ticker, kite } = tickerOn(server);
  ticker.subscribe([1]);
  await ticker.connect();
  server.open[0]?.socket.close(4001);
  await eventually(() => expect(kite.session.expired).toBe(true));
  await eventually(() => expect(ticker.state).toMatchObject({ status: "reconnecting", reason: "auth" }));
  await pause(150);
  expect(server.tries).toHaveLength(1);
  kite.session.setAccessToken("token-two");
  await eventually(() => expect([...server.subscribed.keys()]).toEqual([1]));
  expect(server.tries.map((query) => query.get("access_token"))).toEqual(["token-one", "token-two"]);
});

test("a gateway that has too much of this account is left alone for a while, and then tried again", async () => {
  const server = await serveStream();
  const { ticker, errors } = tickerOn(server, {}, onPage(server));
  ticker.subscribe([1]);
  await ticker.connect();
  const before = Date.now();
  server.open[0]?.socket.close(4008);
  await eventually(() => expect(ticker.state).toMatchObject({ status: "reconnecting", reason: "limit" }));
  const [connection] = ticker.state.connections;
  expect(Number(connection?.retryAt) - before).toBeGreaterThanOrEqual(15_000);
  expect(errors.map(({ status }) => status)).toEqual([429]);
});
