import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { readForm } from "../form.ts";
import { depositoryDate } from "../ist.ts";
import { auctionsOf } from "../portfolio/auctions.ts";
import { readItems } from "../portfolio/authorisation.ts";
import type { Holding } from "../portfolio/holding.ts";
import { auctionRow, compactRow, holdingRow } from "../portfolio/holding-rows.ts";
import { summarise } from "../portfolio/holdings-summary.ts";
import { invalid } from "../refusal.ts";
import { type App, signedIn } from "./signed-in.ts";

/** What is in the demat account, and the wish to have shares released for sale. */
export function holdingsRoutes(app: App, exchange: Exchange): void {
  const { clock, ids, market } = exchange;
  const session = signedIn(exchange);
  const depositorySession = (): string => depositoryDate(clock.now());
  const priceOf = ({ instrument }: Holding) => market.priceOf(instrument);

  app.get("/portfolio/holdings", session, ({ var: { account } }) =>
    success(account.holdings.map((holding) => holdingRow(holding, priceOf(holding), depositorySession()))),
  );

  app.get("/portfolio/holdings/summary", session, ({ var: { account } }) =>
    success(summarise(account.holdings, market)),
  );

  app.get("/portfolio/holdings/compact", session, ({ var: { account } }) =>
    success(account.holdings.map((holding) => compactRow(holding, priceOf(holding)))),
  );

  app.get("/portfolio/holdings/auctions", session, ({ var: { account } }) => {
    return success(
      auctionsOf(account).map(({ holding, auction_number }) =>
        auctionRow(holding, priceOf(holding), depositorySession(), auction_number),
      ),
    );
  });

  app.post("/portfolio/holdings/authorise", session, async ({ req, var: { account } }) => {
    const form = await readForm(req.raw);
    checkChoice(form, "type", ["equity", "mf"]);
    checkChoice(form, "transfer_type", ["pre", "post", "off", "gift"]);
    const items = readItems(account, form.getAll("isin"), form.getAll("quantity"), depositorySession());
    const request_id = ids.text(32);
    account.authorisations.set(request_id, { items, state: "open" });
    return success({ request_id });
  });
}

function checkChoice(form: URLSearchParams, field: string, choices: readonly string[]): void {
  const value = form.get(field);
  if (value !== null && !choices.includes(value)) throw invalid(field);
}
