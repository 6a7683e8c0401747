import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { answering, unreachable } from "@kite/testing";
import { expect, onTestFinished, test } from "vitest";
import { createClient, type KiteConfig } from "./client.ts";
import { type NodeTransportOptions, nodeTransport } from "./node-transport.ts";
import type { Plan } from "./request.ts";

const read: Plan = { endpoint: "getOrders", method: "GET", path: "/orders" };
const write: Plan = { endpoint: "placeOrder", method: "POST", path: "/orders/regular", form: { quantity: 1 } };

function client(environment: { root: string }, options?: NodeTransportOptions, settings: Partial<KiteConfig> = {}) {
  const transport = nodeTransport(options);
  onTestFinished(() => transport.close());
  return createClient({
    apiKey: "key",
    accessToken: "t",
    environment,
    ...settings,
    transport,
  } as KiteConfig);
}

test("sends the same request as the fetch transport", async () => {
  const server = await answering({ json: { data: [1] } });
  expect((await client(server.environment).send({ ...write, query: { a: "b c" } })).data).toEqual([1]);
  expect(server.requests[0]).toMatchObject({
    method: "POST",
    path: "/orders/regular",
    query: [["a", "b c"]],
    body: "quantity=1",
  });
  expect(server.requests[0]?.headers).toMatchObject({
    authorization: "token key:t",
    "content-type": "application/x-www-form-urlencoded",
  });
});

test("reuses its connection after six idle seconds, where the platform's fetch opens a new one", {
  timeout: 20_000,
}, async () => {
  const server = await answering({ json: { data: 1 } });
  const pooled = client(server.environment);
  const plain = createClient({ apiKey: "key", accessToken: "t", environment: server.environment });
  await pooled.send(read);
  await plain.send(read);
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  await pooled.send(read);
  await plain.send(read);
  const [pooledFirst, plainFirst, pooledSecond, plainSecond] = server.requests.map(({ connection }) => connection);
  expect(pooledSecond).toBe(pooledFirst);
  expect(plainSecond).not.toBe(plainFirst);
});

test("opens no more connections than the pool has", async () => {
  const server = await answering({ json: { data: 1 }, delay: 20 });
  const kite = client(server.environment, { connections: 2 });
  await Promise.all(Array.from({ length: 8 }, () => kite.send(read)));
  expect(new Set(server.requests.map(({ connection }) => connection)).size).toBe(2);
});

test("unpacks what the server compressed", async () => {
  const server = createServer((request, response) => {
    expect(request.headers["accept-encoding"]).toContain("gzip");
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
    response.end(gzipSync('{"data":"₹ 1,572.30"}'));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const kite = client({ root: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  expect((await kite.send(read)).data).toBe("₹ 1,572.30");
});

test("waits for the answer behind a provisional one", async () => {
  const server = createServer((_, response) => {
    response.writeEarlyHints({ link: "</style.css>; rel=preload" });
    response.writeHead(200, { "content-type": "application/json" }).end('{"data":1}');
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const kite = client({ root: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  const { status, headers, data } = await kite.send(read);
  expect([status, headers.get("link"), data]).toEqual([200, null, 1]);
});

test("what is stopped before it has a connection is never sent, and the connection stays of use", async () => {
  const server = await answering({ json: { data: 1 }, delay: 50 });
  const kite = client(server.environment, { connections: 1 });
  const first = kite.send(read);
  const controller = new AbortController();
  const second = kite.send({ ...read, path: "/trades", signal: controller.signal });
  setTimeout(() => controller.abort(), 10);
  await expect(second).rejects.toMatchObject({ code: "Aborted" });
  await first;
  await kite.send(read);
  expect(server.requests.map(({ path }) => path)).toEqual(["/orders", "/orders"]);
});

test("leaves from the address it is told to", async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.socket.remoteAddress);
    response.writeHead(200, { "content-type": "application/json" }).end('{"data":1}');
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await client({ root }, { localAddress: "127.0.0.7" }).send(read);
  await client({ root }, { family: 4 }).send(read);
  expect(seen).toEqual(["127.0.0.7", "127.0.0.1"]);
});

test("a family the host does not have is a connection that was never made", async () => {
  const { root } = (await answering({ json: { data: 1 } })).environment;
  const kite = client({ root: root.replace("127.0.0.1", "localhost") }, { localAddress: "::1", family: 6 });
  await expect(kite.send(write)).rejects.toMatchObject({ code: "ConnectionFailed", outcome: "not-sent" });
});

test("goes through a proxy", async () => {
  const server = await answering({ json: { data: "through" } });
  const connects: string[] = [];
  const proxy = createServer().listen(0, "127.0.0.1");
  proxy.on("connect", (request, socket, head) => {
    connects.push(request.url ?? "");
    const [host, port] = (request.url ?? "").split(":");
    const upstream = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
  });
  await once(proxy, "listening");
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const kite = client(server.environment, { proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
  expect((await kite.send(read)).data).toBe("through");
  expect(connects).toEqual([server.root.slice("http://".length)]);
});

test.each([
  [{ fault: "drop" }, "ConnectionFailed"],
  [{ fault: "cut" }, "ConnectionFailed"],
  [{ fault: "hang" }, "Timeout"],
  [{ fault: "stall" }, "Timeout"],
] as const)("%j leaves a write unknown, and it was sent once", async (fault, code) => {
  const server = await answering(fault);
  await expect(client(server.environment, {}, { timeout: 500 }).send(write)).rejects.toMatchObject({
    code,
    outcome: "unknown",
  });
  expect(server.requests).toHaveLength(1);
});

test("a 421 is handed on, where the platform's fetch may send the request again", async () => {
  const server = await answering({ status: 421, text: "not for me" });
  await expect(client(server.environment).send(write)).rejects.toMatchObject({ status: 421, outcome: "unknown" });
  expect(server.requests).toHaveLength(1);
});

test("a refused connection sent nothing", async () => {
  await expect(client(await unreachable()).send(write)).rejects.toMatchObject({
    code: "ConnectionFailed",
    outcome: "not-sent",
  });
});

test("can be used again after close, and refuses settings that cannot work", async () => {
  const server = await answering({ json: { data: 1 } });
  const transport = nodeTransport();
  const kite = createClient({ apiKey: "key", accessToken: "t", environment: server.environment, transport });
  await kite.send(read);
  await transport.close();
  expect((await kite.send(read)).data).toBe(1);
  await transport[Symbol.asyncDispose]();
  expect(() => nodeTransport({ connections: 0 })).toThrow("nodeTransport: connections");
  expect(() => nodeTransport({ family: 5 as 4 })).toThrow("family: must be 4 or 6");
  expect(() => nodeTransport({ keepAlive: -1 })).toThrow("keepAlive");
  expect(() => nodeTransport({ proxy: "socks5://x" })).toThrow("proxy");
});

test.each([
  "http://user:pa#ssw0rd@proxy:3128",
  "http://user:pa/ssw0rd@proxy:3128",
  "http://user:pa%ssw0rd@proxy:3128",
  "http://user:ssw0rd@proxy:99999",
])("%s is refused before an order is tried by it, and not quoted", (proxy) => {
  let refusal: unknown;
  try {
    nodeTransport({ proxy });
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({ code: "InvalidInput", field: "proxy", outcome: "not-sent" });
  expect(inspect(refusal, { depth: 12, showHidden: true })).not.toContain("ssw0rd");
});
