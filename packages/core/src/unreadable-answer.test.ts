import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { inspect } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { createClient } from "./client.ts";
import { nodeTransport } from "./node-transport.ts";

const account = '{"status":"success","data":{"access_token":"N3WT0KEN"}}';
const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
const chunked = `${head}transfer-encoding: chunked\r\n`;

/** A server that says the same bytes to everybody, and quotes the request's token at the end of them. */
async function saying(bytes: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (request) => socket.end(bytes + /authorization: (.*)/i.exec(String(request))?.[1]));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([
  ["a length of a chunk that is none", `${chunked}\r\nzz${account}`],
  ["a body without its chunks", `${chunked}\r\n${account}`],
  ["two lengths", `${head}content-length: 10\r\ntransfer-encoding: chunked\r\n\r\n5\r\n${account}`],
  ["no answer of HTTP", account],
])("%s: what could not be read is in no error, by either way", async (_, bytes) => {
  const pool = nodeTransport();
  onTestFinished(() => pool.close());
  for (const transport of [undefined, pool]) {
    const kite = createClient({
      ...{ apiKey: "key", accessToken: "T0KEN", timeout: 2_000, transport },
      environment: { root: await saying(bytes) },
    });
    const error: unknown = await kite
      .send({ endpoint: "generateSession", method: "POST", path: "/session/token", form: { checksum: "CH3CK" } })
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "ConnectionFailed", outcome: "unknown" });
    expect(inspect(error, { depth: 12, showHidden: true, getters: true })).not.toMatch(/T0KEN|CH3CK/);
  }
});
