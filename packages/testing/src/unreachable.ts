import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** Gives the address of a loopback port that refuses connections: it was free a moment ago. */
export async function unreachable(): Promise<{ readonly root: string }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return { root: `http://127.0.0.1:${port}` };
}
