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
    const { apiKey, token } = provenToken(exchange, await readForm(context.req.raw), "request_token");
    const user_id = sessions.redeem(token, apiKey);
    const account = user_id === undefined ? undefined : accounts.get(user_id);
    if (!account) throw spentToken();
    const { user } = account;
    context.set("user_id", user.user_id);
    const session = sessions.open({ user_id: user.user_id, apiKey }, user.platform ?? false);
    return success({ ...profile(user), api_key: apiKey, ...session, silo: "" });
  });

  app.post("/session/refresh_token", async (context) => {
    const { apiKey, token } = provenToken(exchange, await readForm(context.req.raw), "refresh_token");
    const renewed = sessions.renew(token, apiKey);
    if (!renewed) throw spentToken();
    context.set("user_id", renewed.user_id);
    return success(renewed);
  });

  app.delete("/session/token", (context) => {
    const { api_key, access_token, refresh_token } = context.req.query();
    if (!api_key) throw invalid("api_key");
    if (!access_token && !refresh_token) throw invalid("access_token");
    if (!exchange.apps.has(api_key)) throw notSignedIn();
    const closed = [
      access_token ? sessions.closeAccess(access_token, api_key) : true,
      refresh_token ? sessions.closeRefresh(refresh_token, api_key) : true,
    ];
    if (closed.includes(false)) throw notSignedIn();
    return success(true);
  });
}

/** Reads the token and checks that the sender knows the app's secret. A wrong checksum does not use the token up. */
function provenToken(
  { apps }: Exchange,
  form: URLSearchParams,
  field: string,
): { readonly apiKey: string; readonly token: string } {
  const token = required(form, field);
  const checksum = required(form, "checksum");
  const apiKey = required(form, "api_key");
  const app = apps.get(apiKey);
  if (!app) throw invalid("api_key");
  if (!checksumMatches(checksum, apiKey, token, app.apiSecret)) {
    throw new Refusal(403, "TokenException", "Invalid `checksum`.");
  }
  return { apiKey, token };
}

function required(form: URLSearchParams, field: string): string {
  const text = form.get(field);
  if (!text) throw invalid(field);
  return text;
}

const spentToken = (): Refusal => new Refusal(403, "TokenException", "Token is invalid or has expired.");
