import type { Gateway } from "@kite/gateway";
import type { Hono } from "hono";
import type { WeatherAnswer } from "../../shared/demo-api.ts";
import { enter } from "../enter.ts";
import type { Exchange, Simulation } from "../exchange.ts";
import { Failure } from "../failure.ts";

interface SimulationParts {
  readonly exchange: Exchange;
  readonly gateway: Gateway;
  readonly origin: string;
  readonly report: (line: string) => void;
}

/** What can be done on the simulated exchange alone: get in without a password, end all sessions, choose the weather. */
export function simulationRoutes(app: Hono, { exchange, gateway, origin, report }: SimulationParts): void {
  const simulated = (): Simulation => {
    if (exchange.simulation) return exchange.simulation;
    throw new Failure(404, {
      code: "NotSimulated",
      message: "This is possible on the simulated exchange only.",
      what_to_do: "Start the demo without KITE_API_KEY.",
    });
  };

  app.post("/demo/enter", async (context) => {
    for (const line of await enter(gateway, origin, simulated().logIn)) {
      context.header("set-cookie", line, { append: true });
    }
    return context.body(null, 204);
  });

  app.post("/demo/expire", (context) => {
    simulated().expireSessions();
    report("Simulated the end of the trading day: every session has expired");
    return context.body(null, 204);
  });

  app.get("/demo/weather", (context) => context.json(simulated().weather.report() satisfies WeatherAnswer));

  app.post("/demo/weather", async (context) => {
    const { weather } = simulated();
    const wish: unknown = await context.req.json().catch(() => undefined);
    const { bad } = (wish ?? {}) as { bad?: unknown };
    if (typeof bad !== "boolean") {
      throw new Failure(400, {
        code: "InvalidRequest",
        message: "Say whether the weather is to be bad.",
        what_to_do: "Reload the page and try again.",
      });
    }
    weather.turn(bad);
    report(bad ? "Bad weather: the simulated exchange loses its answers to orders" : "The weather is fine again");
    return context.json(weather.report() satisfies WeatherAnswer);
  });
}
