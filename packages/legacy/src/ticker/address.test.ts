import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { KiteTicker as Official } from "kiteconnect";
import { expect, onTestFinished } from "vitest";
import { KiteTicker } from "../index.ts";
import { differs } from "../testing/differs.ts";
import type { AnyClient } from "../testing/observe.ts";

/** What a handshake asks for. */
async function handshakeOf(
  make: (root: string) => AnyClient,
): Promise<{ query: URLSearchParams; agent: string | undefined }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return new Promise((resolve) => {
    server.on("upgrade", ({ url, headers }, socket) => {
      socket.destroy();
      ticker.disconnect();
      resolve({ query: new URL(url ?? "", "http://server").searchParams, agent: headers["user-agent"] });
    });
    const ticker = make(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    ticker.on("error", () => {});
    ticker.connect();
  });
}

differs("stream-address", "the handshake says who it is, and no more", async () => {
  const params = { api_key: "key", access_token: "token", reconnect: false };
  const official = await handshakeOf((root) => new Official({ ...params, root } as never));
  const ours = await handshakeOf((root) => new KiteTicker({ ...params, root }));
  expect([...official.query.keys()]).toEqual(["api_key", "access_token", "uid"]);
  expect(official.agent).toBe("kiteconnectjs/5.3.0");
  expect([...ours.query]).toEqual([
    ["api_key", "key"],
    ["access_token", "token"],
  ]);
  expect(ours.agent).not.toBe(official.agent);
});
