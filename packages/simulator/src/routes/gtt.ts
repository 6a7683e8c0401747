import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { readForm } from "../form.ts";
import { readTrigger } from "../gtt/trigger-form.ts";
import { triggerRow } from "../gtt/trigger-rows.ts";
import { createTrigger, deleteTrigger, findTrigger, modifyTrigger, recentTriggers } from "../gtt/triggers.ts";
import { type App, signedIn } from "./signed-in.ts";

/** Orders that wait for a price, for up to a year. */
export function gttRoutes(app: App, exchange: Exchange): void {
  const { desk, market } = exchange;
  const session = signedIn(exchange);

  app.get("/gtt/triggers", session, ({ var: { account } }) => success(recentTriggers(desk, account).map(triggerRow)));

  app.post("/gtt/triggers", session, async ({ req, var: { account } }) => {
    const { id } = createTrigger(desk, account, readTrigger(await readForm(req.raw), market));
    return success({ trigger_id: id });
  });

  app.get("/gtt/triggers/:id", session, ({ req, var: { account } }) =>
    success(triggerRow(findTrigger(account, req.param("id")))),
  );

  app.put("/gtt/triggers/:id", session, async ({ req, var: { account } }) => {
    findTrigger(account, req.param("id"));
    const { id } = modifyTrigger(desk, account, req.param("id"), readTrigger(await readForm(req.raw), market));
    return success({ trigger_id: id });
  });

  app.delete("/gtt/triggers/:id", session, ({ req, var: { account } }) =>
    success({ trigger_id: deleteTrigger(desk, account, req.param("id")).id }),
  );
}
