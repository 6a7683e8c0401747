import type { Hono } from "hono";
import type { PlacedTrigger, TriggerRequest, TriggersAnswer } from "../../shared/market-api.ts";
import { readParams } from "../body.ts";
import { Failure } from "../failure.ts";
import type { DomainParts } from "./domains.ts";
import { triggerRow } from "./gtt-answer.ts";
import { checkSides, triggerParams } from "./gtt-request.ts";
import { listed } from "./market-listed.ts";

/** Orders that wait for a price: the list, a new one, the end of one. */
export function gttRoutes(app: Hono, { connection: { kite }, report }: DomainParts): void {
  app.get("/api/gtts", async (context) => {
    const { signal } = context.req.raw;
    const triggers = await kite.gtt.getGTTs({ signal });
    const active = triggers.filter(({ status }) => status === "active").map(({ condition }) => keyOf(condition));
    const prices: Readonly<Record<string, { readonly last_price: number } | null>> =
      active.length > 0 ? await kite.marketData.getLTP([...new Set(active)], { signal }) : {};
    const rows = triggers.map((trigger) => triggerRow(trigger, prices[keyOf(trigger.condition)]?.last_price));
    rows.sort((one, other) => (one.created_at < other.created_at ? 1 : -1));
    return context.json({ triggers: rows, at: new Date().toISOString() } satisfies TriggersAnswer);
  });

  app.post("/api/gtts", async (context) => {
    // no signal here: a page that is closed must not leave a trigger in doubt
    const wish = await readParams<TriggerRequest>(context.req.raw);
    const key = keyOf(wish);
    const { tick_size } = listed(await kite.marketData.loadInstruments(), key);
    const last_price = (await kite.marketData.getLTP([key]))[key]?.last_price;
    if (last_price === undefined) throw withoutPrice(key);
    checkSides(wish, last_price);
    const { trigger_id } = await kite.gtt.placeGTT(triggerParams(wish, { last_price, tick_size }));
    report(`Placed GTT ${trigger_id} on ${key}`);
    return context.json({ trigger_id } satisfies PlacedTrigger, 201);
  });

  app.delete("/api/gtts/:id", async (context) => {
    const { trigger_id } = await kite.gtt.deleteGTT(Number(context.req.param("id")));
    report(`Deleted GTT ${trigger_id}`);
    return context.body(null, 204);
  });
}

const keyOf = ({ exchange, tradingsymbol }: { readonly exchange: string; readonly tradingsymbol: string }): string =>
  `${exchange}:${tradingsymbol}`;

const withoutPrice = (key: string): Failure =>
  new Failure(502, {
    code: "NoPrice",
    message: `The exchange gives no price for ${key}, and a trigger is measured against one.`,
    what_to_do: "Try again in a moment.",
  });
