import { html } from "hono/html";
import { type Exchange, registeredUrl, TOKEN_PAGE } from "../exchange.ts";
import { readForm } from "../form.ts";
import { errorPage, page } from "../pages/page.ts";
import type { SimulatorUser } from "../users.ts";
import type { App } from "./signed-in.ts";

/** The page where a person signs in, and the way back to the app. */
export function loginRoutes(app: App, exchange: Exchange): void {
  app.get("/connect/login", ({ req }) => {
    const { v, api_key, redirect_params } = req.query();
    if (v !== "3") return errorPage(400, "The login link has to say v=3.");
    const registered = exchange.apps.get(api_key ?? "");
    if (!registered) return unknownApp();
    const users = [...exchange.accounts.values()].map(({ user }) => user);
    return page("Sign in", loginForm(registered.apiKey, users, redirect_params), {
      formTarget: registeredUrl(exchange, registered).origin,
    });
  });

  app.post("/connect/login", async (context) => {
    const form = await readForm(context.req.raw);
    const registered = exchange.apps.get(form.get("api_key") ?? "");
    if (!registered) return unknownApp();
    const user_id = form.get("user_id") ?? "";
    if (!exchange.accounts.has(user_id)) return errorPage(400, "Nobody has this user id.");
    context.set("user_id", user_id);
    const token = exchange.sessions.issueRequestToken({ user_id, apiKey: registered.apiKey });
    const target = redirectTarget(registeredUrl(exchange, registered), token, form.get("redirect_params") ?? "");
    return context.redirect(target.href, 302);
  });

  app.get(TOKEN_PAGE, ({ req }) => {
    const token = req.query("request_token");
    if (!token) return errorPage(400, "There is no request token in this address.");
    return page(
      "Signed in",
      html`<p>Request token, good for five minutes and for one exchange:</p><p><code>${token}</code></p>`,
    );
  });
}

/**
 * Address that a login leads to: always the registered one. The app's own pairs are added to its query and cannot
 * replace what the exchange says there.
 */
function redirectTarget(registered: URL, request_token: string, redirectParams: string): URL {
  const target = new URL(registered);
  for (const [name, value] of new URLSearchParams(redirectParams)) target.searchParams.append(name, value);
  target.searchParams.set("action", "login");
  target.searchParams.set("status", "success");
  target.searchParams.set("request_token", request_token);
  return target;
}

function loginForm(api_key: string, users: readonly SimulatorUser[], redirect_params = "") {
  return html`<p>Choose who you are. There is no password.</p>
<form method="post" action="/connect/login">
<input type="hidden" name="api_key" value="${api_key}">
<input type="hidden" name="redirect_params" value="${redirect_params}">
${users.map(
  (user) =>
    html`<button name="user_id" value="${user.user_id}"><strong>${user.user_name}</strong> ${user.user_id}, ${kindOf(user)}</button>
`,
)}</form>`;
}

function kindOf({ platform, portfolio }: SimulatorUser): string {
  return `${portfolio === "empty" ? "new customer" : "trader"}${platform ? " on a platform" : ""}`;
}

const unknownApp = (): Promise<Response> => errorPage(400, "No app with this api_key is registered here.");
