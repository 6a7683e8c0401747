import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { fullProfile, profile } from "../profile.ts";
import { invalid } from "../refusal.ts";
import { type App, signedIn } from "./signed-in.ts";

/** Profile and money of the user. */
export function userRoutes(app: App, exchange: Exchange): void {
  const session = signedIn(exchange);

  app.get("/user/profile", session, (context) => success(profile(context.var.account.user)));
  app.get("/user/profile/full", session, (context) => success(fullProfile(context.var.account.user)));
  app.get("/user/margins", session, (context) => success(context.var.account.funds));
  app.get("/user/margins/:segment", session, (context) => {
    const segment = context.req.param("segment");
    if (segment !== "equity" && segment !== "commodity") throw invalid("segment");
    return success(context.var.account.funds[segment]);
  });
}
