import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A line between two machines that can go dead without either noticing. */
export interface SilentProxy {
  readonly port: number;
  /** Connections that the client has not let go of. */
  readonly open: number;
  /** From now on swallows what comes for the connections that are open, and closes none of them. */
  silence(): void;
}

/** Starts a TCP proxy in front of a port of this machine; it ends with the test. */
export async function proxyTo(port: number): Promise<SilentProxy> {
  const sockets = new Set<Socket>();
  const silent = new WeakSet<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    sockets.add(client);
    client.on("data", (data) => upstream.write(data));
    upstream.on("data", (data) => silent.has(client) || client.write(data));
    client.on("close", () => {
      sockets.delete(client);
      upstream.destroy();
    });
    for (const socket of [client, upstream]) socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    port: (server.address() as AddressInfo).port,
    get open() {
      return sockets.size;
    },
    silence() {
      for (const socket of sockets) silent.add(socket);
    },
  };
}
