import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { expect, test, vi } from "vitest";
import { startSimulator } from "./start.ts";
import { signIn } from "./testing/caller.ts";

const globalsAtStart = [globalThis.Request, globalThis.Response];

test("listens on this machine alone, on a port of its own", async () => {
  await using one = await startSimulator();
  await using other = await startSimulator();
  expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(other.url).not.toBe(one.url);
  const port = new URL(one.url).port;
  expect(one.environment).toEqual({
    root: one.url,
    login: `${one.url}/connect/login?v=3`,
    ws: `ws://127.0.0.1:${port}`,
  });
  expect((await (await signIn(one)).get("/user/profile")).status).toBe(200);
});

test("two of them share nothing", async () => {
  await using one = await startSimulator({ seed: 7 });
  await using other = await startSimulator({ seed: 8 });
  await signIn(one);
  expect(other.requests).toEqual([]);
});

test("takes the port it is given, and says so when it is taken", async () => {
  const one = await startSimulator();
  const port = Number(new URL(one.url).port);
  await expect(startSimulator({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await one.close();
  await using again = await startSimulator({ port });
  expect(again.url).toBe(one.url);
});

test("gives an address one can call when it listens on all of them", async () => {
  await using open = await startSimulator({ host: "0.0.0.0" });
  expect(open.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
  expect((await fetch(`${open.url}/`)).status).toBe(404);
});

test("refuses options before it listens", async () => {
  await expect(startSimulator({ latencyMs: -1 })).rejects.toThrow(TypeError);
});

test("leaves the global Request and Response alone", async () => {
  await using simulator = await startSimulator();
  await fetch(simulator.url);
  expect([globalThis.Request, globalThis.Response]).toEqual(globalsAtStart);
});

test("close ends idle connections, can be called again, and frees the port", async () => {
  const simulator = await startSimulator();
  const agent = new Agent({ keepAlive: true });
  const [response] = (await once(get(simulator.url, { agent }), "response")) as [IncomingMessage];
  const { socket } = response;
  response.resume();
  await once(agent, "free");
  const closed = once(socket, "close");
  await simulator.close();
  await closed;
  await simulator.close();
  await simulator[Symbol.asyncDispose]();
  await expect(fetch(simulator.url)).rejects.toThrow();
});

test("close answers a request that is being held back", async () => {
  const simulator = await startSimulator({ latencyMs: 3_600_000 });
  const answer = fetch(simulator.url);
  await vi.waitFor(() => expect(simulator.requests).toHaveLength(1));
  await simulator.close();
  expect((await answer).status).toBe(404);
});

test("close does not wait for somebody who never finishes a request", async () => {
  const simulator = await startSimulator();
  const socket = connect(Number(new URL(simulator.url).port), "127.0.0.1");
  socket.on("error", () => {});
  socket.write("POST /session/token HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\nhalf");
  await once(socket, "data"); // the server has seen the head and waits for the rest
  const closed = once(socket, "close");
  await simulator.close();
  await closed;
});
