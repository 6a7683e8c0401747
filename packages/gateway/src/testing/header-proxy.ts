import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { onTestFinished } from "vitest";

/** Adds headers to WebSocket handshakes, as a browser adds origin and cookie; a client of Node's does not. Gives its ws address. */
export async function headerProxy(origin: string, added: Readonly<Record<string, string>>): Promise<string> {
  const { hostname, port } = new URL(origin);
  const server = createServer();
  server.on("upgrade", (request, socket, head) => {
    const upstream = connect(Number(port), hostname, () => {
      const headers = { ...request.headers, host: `${hostname}:${port}`, ...added };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
      upstream.write(`GET ${request.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/kite`;
}
