import { isKiteError } from "@kite/core";
import type { Hono } from "hono";
import type { LoginState, SessionAnswer } from "../../shared/api.ts";
import type { Browsers } from "../browsers.ts";
import type { Connection } from "../connection.ts";
import { Failure } from "../failure.ts";

interface SessionParts {
  readonly connection: Connection;
  readonly browsers: Browsers;
  readonly report: (line: string) => void;
}

/** Who is logged in, and the end of it. */
export function sessionRoutes(app: Hono, { connection, browsers, report }: SessionParts): void {
  const { exchange } = connection;

  app.get("/api/session", (context) => {
    const state: LoginState =
      connection.state === "logged-in" && !browsers.mayLook(context) ? "elsewhere" : connection.state;
    return context.json({ environment: exchange.name, state } satisfies SessionAnswer);
  });

  app.post("/api/logout", async (context) => {
    browsers.require(context);
    try {
      await connection.logOut();
      report("Logged out");
    } catch (error) {
      if (!isKiteError(error)) throw error;
      // forgotten here all the same, and Kite ends it at 06:00 IST
      report(`Logged out here, but the exchange did not take note: ${error.message}`);
    }
    return context.body(null, 204);
  });

  app.post("/api/simulation/expire", (context) => {
    if (!exchange.simulation) {
      throw new Failure(404, {
        code: "NotSimulated",
        message: "Only the simulated exchange can end sessions at will.",
        what_to_do: "Log out instead.",
      });
    }
    exchange.simulation.expireSessions();
    report("Simulated the end of the trading day: every session has expired");
    return context.body(null, 204);
  });
}
