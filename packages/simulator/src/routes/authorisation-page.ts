import { html } from "hono/html";
import type { Exchange } from "../exchange.ts";
import { readForm } from "../form.ts";
import { depositoryDate } from "../ist.ts";
import { errorPage, page } from "../pages/page.ts";
import type { Account } from "../portfolio/account.ts";
import { type AuthorisationItem, approve } from "../portfolio/authorisation.ts";
import type { App, Call } from "./signed-in.ts";

const PAGE = "/connect/portfolio/authorise/holdings/:api_key/:request_id";

/** The depository's page, where the owner releases shares for sale. The request id in the address is all it takes. */
export function authorisationPageRoutes(app: App, exchange: Exchange): void {
  app.get(PAGE, (context) => {
    const found = findOpen(exchange, context);
    if (!found) return unknownRequest();
    return page("Release shares for sale", decisionForm(found.request.items));
  });

  app.post(PAGE, async (context) => {
    const found = findOpen(exchange, context);
    if (!found) return unknownRequest();
    const decision = (await readForm(context.req.raw)).get("decision");
    if (decision !== "approve" && decision !== "reject") return errorPage(400, "Approve or reject, please.");
    context.set("user_id", found.account.user.user_id);
    const { account, request } = found;
    if (decision === "approve") approve(account, request, depositoryDate(exchange.clock.now()));
    else request.state = "rejected";
    // relative, so that the browser stays on the host it came by
    return context.redirect(`${context.req.path}/finish?status=${decision === "approve" ? "success" : "error"}`, 302);
  });

  app.get(`${PAGE}/finish`, ({ req }) => {
    if (req.query("status") === "success") return page("Done", html`<p>The shares can be sold today.</p>`);
    return page("Not released", html`<p>The shares stay as they were.</p>`);
  });
}

function findOpen({ apps, accounts }: Exchange, { req }: Call) {
  if (!apps.has(req.param("api_key") ?? "")) return undefined;
  for (const account of accounts.values()) {
    const request = account.authorisations.get(req.param("request_id") ?? "");
    if (request?.state === "open") return { account: account as Account, request };
  }
  return undefined;
}

function decisionForm(items: readonly AuthorisationItem[]) {
  return html`<form method="post">
<ul>${items.map(({ isin, quantity }) => html`<li>${quantity} of ${isin}</li>`)}</ul>
<button name="decision" value="approve">Approve</button>
<button name="decision" value="reject">Reject</button>
</form>`;
}

const unknownRequest = (): Promise<Response> => errorPage(404, "This request does not exist, or was answered before.");
