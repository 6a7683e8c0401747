import type { Hono } from "hono";
import type { WeatherAnswer, WeatherRequest } from "../../shared/weather-api.ts";
import { readParams } from "../body.ts";
import { Failure } from "../failure.ts";
import type { Weather } from "../weather.ts";
import type { DomainParts } from "./domains.ts";

/** Bad weather on the simulated exchange. */
export function weatherRoutes(app: Hono, { connection: { exchange }, report }: DomainParts): void {
  const weather = (): Weather => {
    if (exchange.simulation) return exchange.simulation.weather;
    throw new Failure(404, {
      code: "NotSimulated",
      message: "Only the simulated exchange has weather.",
      what_to_do: "Start the demo without KITE_API_KEY.",
    });
  };

  app.get("/api/weather", (context) => context.json(weather().report() satisfies WeatherAnswer));

  app.post("/api/weather", async (context) => {
    const { bad } = await readParams<WeatherRequest>(context.req.raw);
    if (typeof bad !== "boolean") {
      throw new Failure(400, {
        code: "InvalidRequest",
        message: "Say whether the weather is to be bad.",
        what_to_do: "Reload the page and try again.",
        field: "bad",
      });
    }
    weather().turn(bad);
    report(bad ? "Bad weather: the simulated exchange loses its answers to orders" : "The weather is fine again");
    return context.json(weather().report() satisfies WeatherAnswer);
  });
}
