import { randomBytes } from "node:crypto";
import { createGateway, type Gateway, type GatewayEvent, memorySessionStore } from "@kite/gateway";
import type { Exchange } from "./exchange.ts";

interface GatewayParts {
  readonly exchange: Exchange;
  /** Address the server answers at, `http://127.0.0.1:4173`. */
  readonly origin: string;
  /** Hears what happens, one line at a time: nothing in it is secret. */
  readonly report: (line: string) => void;
}

const gatewayPath = "/kite";

/** Of the redirect URL of the app. */
export const callbackPath: string = `${gatewayPath}/callback`;

/** Makes the gateway of the page. Sessions end with this process: the secret that seals them is gone then. */
export function openGateway({ exchange, origin, report }: GatewayParts): Gateway {
  const { apiKey, apiSecret, environment } = exchange;
  return createGateway({
    ...{ apiKey, apiSecret, environment, origin, path: gatewayPath, loginFailedPath: "/" },
    sessions: { secret: randomBytes(32).toString("base64"), store: memorySessionStore() },
    allow: { orders: true, portfolio: true, gtt: true, alerts: true, mf: true },
    onEvent: (event) => {
      const line = lineOf(event);
      if (line) report(line);
    },
  });
}

/** What of a request is worth a line in the terminal. */
function lineOf({ route, status, problem, failure, requestId }: GatewayEvent): string | undefined {
  if (failure) return `Unexpected in request ${requestId}: ${failure}`;
  if (route === "/callback") return problem ? `Login failed: ${problem}` : "A browser has logged in";
  if (route === "/logout" && status === 200) return "A browser has logged out";
  return undefined;
}
