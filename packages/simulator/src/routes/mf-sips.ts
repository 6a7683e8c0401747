import type { MiddlewareHandler } from "hono";
import { success, unmarked } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { readForm } from "../form.ts";
import { sipRow } from "../mf/fund-rows.ts";
import { cancelSip, findSip, modifySip, placeSip } from "../mf/sips.ts";
import { type App, signedIn, type Variables } from "./signed-in.ts";

/** Standing orders for mutual funds. `accepted` stands before those that change something. */
export function mutualFundSipRoutes(
  app: App,
  exchange: Exchange,
  accepted: MiddlewareHandler<{ Variables: Variables }>,
): void {
  const { desk } = exchange;
  const session = signedIn(exchange);

  app.get("/mf/sips", session, ({ var: { account } }) => unmarked(account.mutualFunds.sips.map(sipRow)));

  app.post("/mf/sips", session, accepted, async ({ req, var: { account } }) =>
    success(placeSip(desk, account, await readForm(req.raw))),
  );

  app.get("/mf/sips/:sip_id", session, ({ req, var: { account } }) =>
    // where the money comes from is told for one of them, not in the list
    success({ ...sipRow(findSip(account.mutualFunds, req.param("sip_id"))), fund_source: "pool" }),
  );

  app.put("/mf/sips/:sip_id", session, accepted, async ({ req, var: { account } }) => {
    const sip_id = req.param("sip_id") ?? "";
    findSip(account.mutualFunds, sip_id);
    modifySip(desk, account, sip_id, await readForm(req.raw));
    return success({ sip_id });
  });

  app.delete("/mf/sips/:sip_id", session, accepted, ({ req, var: { account } }) => {
    const sip_id = req.param("sip_id") ?? "";
    cancelSip(account, sip_id);
    return success({ sip_id });
  });
}
