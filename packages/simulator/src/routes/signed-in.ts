import type { Context, Hono, MiddlewareHandler } from "hono";
import type { Exchange } from "../exchange.ts";
import type { Fate } from "../faults/faults.ts";
import type { Account } from "../portfolio/account.ts";
import { notSignedIn } from "../refusal.ts";

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

/** Whose session a request carries; undefined when it carries none that lives. */
export function accountOf({ apiKey, sessions, accounts }: Exchange, { req }: Call): Account | undefined {
  const prefix = `token ${apiKey}:`;
  const header = req.header("authorization") ?? "";
  const user_id = header.startsWith(prefix) ? sessions.userOf(header.slice(prefix.length)) : undefined;
  return user_id === undefined ? undefined : accounts.get(user_id);
}
