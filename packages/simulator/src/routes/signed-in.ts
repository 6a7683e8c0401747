import type { Context, Hono, MiddlewareHandler } from "hono";
import type { Exchange } from "../exchange.ts";
import type { Fate } from "../faults/faults.ts";
import type { Account } from "../portfolio/account.ts";
import { notSignedIn, Refusal } from "../refusal.ts";

/** What is known about a request while it is being answered. */
export interface Variables {
  /** Whose session it is; set on the routes behind `signedIn`. */
  account: Account;
  /** Whose session it carried when it arrived. */
  caller: string | undefined;
  /** Who asked without a session, as some routes find out. */
  user_id: string | undefined;
  /** What is to go wrong with it; undefined for requests that nothing can happen to. */
  fate: Fate | undefined;
}

export type App = Hono<{ Variables: Variables }>;
export type Call = Context<{ Variables: Variables }>;

/** Lets a request through that carries a living session of this app, and says whose it is. */
export function signedIn(exchange: Exchange): MiddlewareHandler<{ Variables: Variables }> {
  return async (context, next) => {
    const account = accountOf(exchange, context);
    if (!account) throw notSignedIn();
    context.set("account", account);
    await next();
  };
}

/** The same for what an app has to pay for. */
export function withMarketData(exchange: Exchange): MiddlewareHandler<{ Variables: Variables }> {
  const session = signedIn(exchange);
  return (context, next) =>
    session(context, async () => {
      if (exchange.plan === "personal") {
        throw new Refusal(403, "PermissionException", "Insufficient permission for that call.");
      }
      await next();
    });
}

/** Whose session a request carries; undefined when it carries none that lives. */
export function accountOf({ sessions, accounts }: Exchange, { req }: Call): Account | undefined {
  const [, apiKey = "", token = ""] = /^token ([^:]*):(.*)$/.exec(req.header("authorization") ?? "") ?? [];
  const user_id = sessions.userOf(token, apiKey);
  return user_id === undefined ? undefined : accounts.get(user_id);
}

/** Key of the app that a request names in its header, registered or not; `""` for none. */
export function apiKeyOf({ req }: Call): string {
  return /^token ([^:]*):/.exec(req.header("authorization") ?? "")?.[1] ?? "";
}
