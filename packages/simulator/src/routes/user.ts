import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { type Segment, usageOf } from "../funds/usage.ts";
import type { Account } from "../portfolio/account.ts";
import { segmentRow } from "../portfolio/funds.ts";
import { fullProfile, profile } from "../profile.ts";
import { invalid } from "../refusal.ts";
import { type App, signedIn } from "./signed-in.ts";

/** Profile and money of the user. */
export function userRoutes(app: App, exchange: Exchange): void {
  const session = signedIn(exchange);

  app.get("/user/profile", session, (context) => success(profile(context.var.account.user)));
  app.get("/user/profile/full", session, (context) => success(fullProfile(context.var.account.user)));
  app.get("/user/margins", session, ({ var: { account } }) => success(fundsRows(exchange, account)));
  app.get("/user/margins/:segment", session, (context) => {
    const segment = context.req.param("segment");
    if (segment !== "equity" && segment !== "commodity") throw invalid("segment");
    return success(fundsRows(exchange, context.var.account)[segment]);
  });
}

function fundsRows({ market }: Exchange, account: Account): Record<Segment, unknown> {
  const { equity, commodity } = account.funds;
  const usage = usageOf(account, account.orders.live(), market);
  return { equity: segmentRow(equity, usage.equity), commodity: segmentRow(commodity, usage.commodity) };
}
