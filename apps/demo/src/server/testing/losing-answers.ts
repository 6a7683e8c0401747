import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/**
 * Stands between the dashboard and the exchange, and hands everything on; but breaks the connection instead of handing back the
 * answers that are to be lost. Gives its address; ends with the test.
 *
 * @param root - Address of the exchange.
 */
export async function losingAnswers(root: string, isLost: (request: IncomingMessage) => boolean): Promise<string> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { method = "GET", headers } = request;
    const { authorization = "", "content-type": type = "" } = headers;
    const answer = await fetch(root + request.url, {
      method,
      headers: { authorization, "content-type": type },
      ...(parts.length > 0 && { body: Buffer.concat(parts) }),
    });
    const text = await answer.text();
    if (isLost(request)) return void request.socket.destroy();
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
