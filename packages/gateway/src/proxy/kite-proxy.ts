import type { Account } from "../accounts/account.ts";
import { checkedFields, input } from "../http/fields.ts";
import { readBody } from "../http/read-body.ts";
import type { ResolvedOptions } from "../options.ts";
import type { FoundRoute } from "../routes/find-route.ts";
import type { BrowserSession } from "../session/session.ts";
import { sessionOver } from "../session/session-over.ts";
import type { Counts } from "../stats.ts";
import { Dumps, type LoadedDump } from "./dumps.ts";
import { askGuards } from "./guards.ts";
import { browserAnswer, type KiteAnswer, readKiteAnswer } from "./kite-answer.ts";
import type { Upstream, UpstreamAnswer, UpstreamRequest } from "./upstream.ts";

interface KiteProxyParts {
  readonly options: ResolvedOptions;
  readonly upstream: Upstream;
  readonly counts: Counts;
}

/** Hands requests of signed-in browsers on to Kite. Who may ask for what has been settled before. */
export class KiteProxy {
  readonly #parts: KiteProxyParts;
  readonly #dumps: Dumps;

  constructor(parts: KiteProxyParts) {
    this.#parts = parts;
    this.#dumps = new Dumps(parts.options.now);
  }

  async answer(request: Request, found: FoundRoute, session: BrowserSession, account: Account): Promise<Response> {
    account.requireLiving(session);
    const query = checkedFields(new URL(request.url).search);
    const { body, form } = await this.#body(request, found);
    await askGuards(this.#parts.options.guards, found, session.user_id, form);
    const { accessToken } = session;
    const left = found.route.isWrite ? request.signal : undefined;
    const wanted: UpstreamRequest = { found, query, body, accessToken, budget: account.budget, left };
    if (found.route.isDump) return this.#dump(request, wanted, account);
    return this.#told(await this.#shared(wanted, account), wanted, account);
  }

  async #body(
    request: Request,
    { route }: FoundRoute,
  ): Promise<{ readonly body?: UpstreamRequest["body"]; readonly form?: URLSearchParams }> {
    if (route.body === "none") return {};
    const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
    const text = await readBody(request, this.#parts.options.limits);
    if (route.body === "form") {
      if (text !== "" && type !== "application/x-www-form-urlencoded") throw input("the body must be a form");
      const form = checkedFields(text);
      return { form, body: { type: "application/x-www-form-urlencoded", text: String(form) } };
    }
    if (type !== "application/json") throw input("the body must be JSON");
    return { body: { type: "application/json", text: encodedAnew(text) } };
  }

  async #shared(request: UpstreamRequest, account: Account): Promise<KiteAnswer> {
    const { route, path } = request.found;
    const read = async () => this.#understood(request, await this.#parts.upstream.send(request));
    // After a failure too: it may have taken effect.
    if (route.isWrite) return read().finally(() => account.reads.leaveBehind());
    if (route.method !== "GET") return read();
    const key = `${request.accessToken} ${path}?${request.query}`;
    const other = account.reads.find(key);
    if (other) {
      this.#parts.counts.shared += 1;
      return other;
    }
    return account.reads.start(key, read, ({ status }) => (status === 200 ? route.cacheFor : 0));
  }

  async #dump(request: Request, wanted: UpstreamRequest, account: Account): Promise<Response> {
    const { counts } = this.#parts;
    let isOwn = false;
    const response = await this.#dumps.answer(wanted.found.path, request, async (): Promise<LoadedDump> => {
      isOwn = true;
      const answer = await this.#parts.upstream.send(wanted);
      const isCsv = answer.status === 200 && answer.headers.get("content-type")?.startsWith("text/csv");
      if (isCsv && answer.body instanceof ReadableStream) return { csv: answer.body };
      const understood = await this.#understood(wanted, answer);
      return { instead: () => this.#told(understood, wanted, account) };
    });
    if (!isOwn) counts.shared += 1;
    return response;
  }

  /** Makes the browser's answer of Kite's. Throws 403 when the session is over with it. */
  #told(answer: KiteAnswer, { accessToken }: UpstreamRequest, account: Account): Response {
    if (!answer.isTokenDead) return browserAnswer(answer);
    account.tokenEnded(accessToken);
    throw sessionOver(this.#parts.options.path);
  }

  async #understood({ accessToken }: UpstreamRequest, answer: UpstreamAnswer): Promise<KiteAnswer> {
    const { apiKey, apiSecret } = this.#parts.options;
    const text = typeof answer.body === "string" ? answer.body : await new Response(answer.body).text();
    return readKiteAnswer(answer, text, [accessToken, apiSecret, apiKey]);
  }
}

/** Writes JSON from what was understood of it: an array of orders, and nothing that two readers could read in two ways. */
function encodedAnew(text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw input("the body is no JSON");
  }
  if (!Array.isArray(value)) throw input("the body must be a list of orders");
  return JSON.stringify(value);
}
