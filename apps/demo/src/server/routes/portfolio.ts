import type { ConvertPositionParams } from "@kite/portfolio";
import type { Hono } from "hono";
import { readParams } from "../body.ts";
import { portfolioAnswer } from "../portfolio-answer.ts";
import type { DomainParts } from "./domains.ts";

/** Holdings, positions, and the conversion of a position. */
export function portfolioRoutes(app: Hono, { connection: { kite }, report }: DomainParts): void {
  app.get("/api/portfolio", async (context) => {
    const { signal } = context.req.raw;
    const [holdings, positions] = await Promise.all([
      kite.portfolio.getHoldings({ signal }),
      kite.portfolio.getPositionsWithPnl({ signal }),
    ]);
    return context.json(portfolioAnswer(kite.portfolio.summarizeHoldings(holdings), positions, new Date()));
  });

  app.post("/api/positions/convert", async (context) => {
    // no signal here: a page that is closed must not leave a conversion in doubt
    const params = await readParams<ConvertPositionParams>(context.req.raw);
    await kite.portfolio.convertPosition(params);
    const { quantity, exchange, tradingsymbol, old_product, new_product } = params;
    report(`Converted ${quantity} of ${exchange}:${tradingsymbol} from ${old_product} to ${new_product}`);
    return context.body(null, 204);
  });
}
