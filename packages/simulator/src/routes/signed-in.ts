import type { Context, Hono, MiddlewareHandler } from "hono";
import type { Exchange } from "../exchange.ts";
import type { Account } from "../portfolio/account.ts";
import { notSignedIn } from "../refusal.ts";

/** What is known about a request while it is being answered. */
export interface Variables {
  /** Whose session it is; set on the routes behind `signedIn`. */
  account: Account;
  user_id: string | undefined;
}

export type App = Hono<{ Variables: Variables }>;
export type Call = Context<{ Variables: Variables }>;

/** Lets a request through that carries a living session of this app, and says whose it is. */
export function signedIn({ apiKey, sessions, accounts }: Exchange): MiddlewareHandler<{ Variables: Variables }> {
  return async (context, next) => {
    const prefix = `token ${apiKey}:`;
    const header = context.req.header("authorization") ?? "";
    const user_id = header.startsWith(prefix) ? sessions.userOf(header.slice(prefix.length)) : undefined;
    const account = user_id === undefined ? undefined : accounts.get(user_id);
    if (!account) throw notSignedIn();
    context.set("user_id", user_id);
    context.set("account", account);
    await next();
  };
}
