import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface RawAnswer {
  readonly status: number;
  /** True when the server closed the connection, and not the test. */
  readonly ended: boolean;
}

/** Sends a request as it stands, which no client library would, and gives the status of the answer. */
export async function rawAnswer(
  origin: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  thenSend: (socket: Socket) => void = () => {},
): Promise<RawAnswer> {
  const { host, hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  const lines = Object.entries({ host, connection: "close", ...headers }).map(([name, value]) => `${name}: ${value}`);
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  thenSend(socket);
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  await once(socket, "close");
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), ended: socket.readableEnded || text !== "" };
}
