import { checksumMatches } from "../checksum.ts";
import { success } from "../envelope.ts";
import type { Exchange } from "../exchange.ts";
import { readForm } from "../form.ts";
import { profile } from "../profile.ts";
import { invalid, notSignedIn, Refusal } from "../refusal.ts";
import type { App } from "./signed-in.ts";

/** Exchange, renewal and end of a session. These routes need no session, the checksum proves who asks. */
export function sessionRoutes(app: App, exchange: Exchange): void {
  const { accounts, sessions } = exchange;

  app.post("/session/token", async (context) => {
    const token = provenToken(exchange, await readForm(context.req.raw), "request_token");
    const user_id = sessions.redeem(token);
    const account = user_id === undefined ? undefined : accounts.get(user_id);
    if (!account) throw spentToken();
    const { user } = account;
    context.set("user_id", user.user_id);
    const session = sessions.open(user.user_id, user.platform ?? false);
    return success({ ...profile(user), api_key: exchange.apiKey, ...session, silo: "" });
  });

  app.post("/session/refresh_token", async (context) => {
    const token = provenToken(exchange, await readForm(context.req.raw), "refresh_token");
    const renewed = sessions.renew(token);
    if (!renewed) throw spentToken();
    context.set("user_id", renewed.user_id);
    return success(renewed);
  });

  app.delete("/session/token", (context) => {
    const { api_key, access_token, refresh_token } = context.req.query();
    if (!api_key) throw invalid("api_key");
    if (!access_token && !refresh_token) throw invalid("access_token");
    if (api_key !== exchange.apiKey) throw notSignedIn();
    const closed = [
      access_token ? sessions.closeAccess(access_token) : true,
      refresh_token ? sessions.closeRefresh(refresh_token) : true,
    ];
    if (closed.includes(false)) throw notSignedIn();
    return success(true);
  });
}

/** Reads the token and checks that the sender knows the app's secret. A wrong checksum does not use the token up. */
function provenToken({ apiKey, apiSecret }: Exchange, form: URLSearchParams, field: string): string {
  const token = required(form, field);
  const checksum = required(form, "checksum");
  if (required(form, "api_key") !== apiKey) throw invalid("api_key");
  if (!checksumMatches(checksum, apiKey, token, apiSecret)) {
    throw new Refusal(403, "TokenException", "Invalid `checksum`.");
  }
  return token;
}

function required(form: URLSearchParams, field: string): string {
  const text = form.get(field);
  if (!text) throw invalid(field);
  return text;
}

const spentToken = (): Refusal => new Refusal(403, "TokenException", "Token is invalid or has expired.");
