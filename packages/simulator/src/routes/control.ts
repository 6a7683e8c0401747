import { advanceBy, jump } from "../advance.ts";
import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { readRules, readStorm } from "../faults/read-rules.ts";
import type { FaultRule } from "../faults/rule.ts";
import { stormRules } from "../faults/storm.ts";
import { readJson } from "../json-body.ts";
import { readMoment } from "../moment.ts";
import { refuse } from "../refusal.ts";
import type { App } from "./signed-in.ts";

/**
 * What the handles do, for other processes. Registered before everything else: these requests meet no faults, count
 * nowhere, and are not recorded.
 */
export function controlRoutes(app: App, exchange: Exchange): void {
  const { arrivals, clock, faults } = exchange;
  const time = (): Response => success({ now: clock.now(), ...clock.line() });
  const state = (): Response => success({ rules: faults.rules, struck: faults.counts });

  app.get("/simulator/faults", state);

  app.put("/simulator/faults", async ({ req }) => {
    faults.set(rulesIn(await readJson(req.raw)));
    return state();
  });

  app.delete("/simulator/faults", () => {
    faults.clear();
    return state();
  });

  app.get("/simulator/faults/injected", () => success(faults.injected));

  app.get("/simulator/arrivals", ({ req }) => success(arrivals.of(req.query("user_id"))));

  app.get("/simulator/clock", time);

  app.put("/simulator/clock", async ({ req }) => {
    moveClock(exchange, await readJson(req.raw));
    return time();
  });
}

/** Either on, with everything that happens on the way, or to another time. */
function moveClock(exchange: Exchange, body: unknown): void {
  const { advance: span, time } = Object(body) as { readonly advance?: never; readonly time?: never };
  if ((span === undefined) === (time === undefined)) {
    throw refuse('Request body has to be {"advance": "5m"} or {"time": "2026-03-02 09:15"}.');
  }
  try {
    if (time === undefined) advanceBy(exchange, span ?? "");
    else jump(exchange, readMoment(time, "time"));
  } catch (error) {
    throw error instanceof TypeError ? refuse(error.message) : error;
  }
}

/** Either the rules themselves, or a storm. */
function rulesIn(body: unknown): readonly FaultRule[] {
  const { rules, storm } = Object(body) as { readonly rules?: unknown; readonly storm?: unknown };
  if ((rules === undefined) === (storm === undefined)) {
    throw refuse('Request body has to be {"rules": […]} or {"storm": {"chance": 0.3}}.');
  }
  try {
    return storm === undefined ? readRules(rules) : stormRules(readStorm(storm));
  } catch (error) {
    throw error instanceof TypeError ? refuse(error.message) : error;
  }
}
