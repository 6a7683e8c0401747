import type { Grant, Plan, RateBudget, ResolvedEnvironment, Transport } from "@kite/core";
import type { GatewayLimits } from "../options.ts";
import { Refusal } from "../refusal.ts";
import type { FoundRoute } from "../routes/find-route.ts";
import type { Counts } from "../stats.ts";

/** One request for Kite. */
export interface UpstreamRequest {
  readonly found: FoundRoute;
  readonly query: URLSearchParams;
  readonly body: { readonly type: string; readonly text: string } | undefined;
  /** Secret. */
  readonly accessToken: string;
  readonly budget: RateBudget;
  /** Fires when the browser has left; a write that waits is dropped then, one that was sent goes on. */
  readonly left: AbortSignal | undefined;
}

/** Kite's answer. The body is read once, by whoever wants it as text or as a stream. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | string | null;
}

export interface UpstreamOptions {
  readonly apiKey: string;
  readonly environment: ResolvedEnvironment;
  readonly limits: GatewayLimits;
  readonly counts: Counts;
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly orderTransport: Transport | undefined;
}

/** Sends one request to Kite, once, within the account's budget. */
export class Upstream {
  readonly #options: UpstreamOptions;

  constructor(options: UpstreamOptions) {
    this.#options = options;
  }

  async send(request: UpstreamRequest): Promise<UpstreamAnswer> {
    const { route } = request.found;
    const grant = await this.#place(request);
    try {
      const answer = await this.#exchange(request);
      if (answer.status === 429) request.budget.pause(route.bucket, secondsToWait(answer.headers) * 1_000);
      return answer;
    } finally {
      grant.answered();
    }
  }

  /** Waits for a place, but not for ever. */
  async #place({ budget, found: { route }, body, left }: UpstreamRequest): Promise<Grant> {
    const { waiting, queue } = this.#options.limits;
    if (budget.left(route.bucket).waiting >= queue) throw crowded(`${queue} calls wait`);
    const limit = AbortSignal.timeout(waiting);
    const plan: Plan = {
      endpoint: `${route.method} ${route.path}`,
      method: route.method,
      path: route.path,
      bucket: route.bucket,
      dayCost: route.bucket === "order" ? dayCost(route.method, body?.text ?? "") : 1,
      signal: left ? AbortSignal.any([limit, left]) : limit,
    };
    const grant = await budget.take(plan).catch(() => {
      throw crowded(`no place within ${waiting} ms`);
    });
    if (!grant) throw crowded("the orders of today are used up, until 00:00 IST", 3_600);
    return grant;
  }

  async #exchange({ found, query, body, accessToken }: UpstreamRequest): Promise<UpstreamAnswer> {
    const { apiKey, environment, limits, counts, fetch = globalThis.fetch, orderTransport } = this.#options;
    const { route, path } = found;
    // The instrument dumps are the only routes that a prefixed environment serves without its prefix.
    const prefix = /^\/instruments(\/[A-Z]+)?$/.test(path) ? "" : environment.prefix;
    const text = String(query);
    const url = `${environment.root}${prefix}${path}${text && `?${text}`}`;
    const headers = {
      "X-Kite-Version": "3",
      Authorization: `token ${apiKey}:${accessToken}`,
      ...(body && { "Content-Type": body.type }),
    };
    const signal = AbortSignal.timeout(limits.upstream * (route.isDump ? 6 : 1));
    counts.upstream += 1;
    try {
      if (orderTransport && route.bucket === "order") {
        const {
          status,
          headers: answered,
          text,
        } = await orderTransport({
          ...{ url, method: route.method, headers, body: body?.text, signal },
        });
        return { status, headers: answered, body: text };
      }
      const init: RequestInit = { method: route.method, headers, body: body?.text ?? null, signal, redirect: "manual" };
      const answer = await fetch(url, init);
      return { status: answer.status, headers: answer.headers, body: route.isDump ? answer.body : await answer.text() };
    } catch {
      // The cause can hold the address, and the address a token.
      if (!signal.aborted)
        throw new Refusal(502, "NetworkException", `Kite could not be reached${doubt(route.isWrite)}`);
      throw new Refusal(
        504,
        "NetworkException",
        `no answer from Kite within ${limits.upstream} ms${doubt(route.isWrite)}`,
      );
    }
  }
}

const doubt = (isWrite: boolean): string =>
  isWrite ? "; it may have taken effect: look before sending it again" : "; try again";

/** Orders that a call uses of the day: each leg and each slice is one, a change or a cancellation none. */
function dayCost(method: string, form: string): number {
  if (method !== "POST") return 0;
  const fields = new URLSearchParams(form);
  const legs = Number(fields.get("iceberg_legs") ?? 1);
  return (
    (Number.isSafeInteger(legs) && legs >= 1 ? Math.min(legs, 50) : 1) * (fields.get("autoslice") === "true" ? 10 : 1)
  );
}

/** Seconds that an answer asks to wait; one when it does not say. */
export function secondsToWait(headers: Headers): number {
  const seconds = Number(headers.get("retry-after"));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) : 1;
}

const crowded = (why: string, retryAfter = 1): Refusal =>
  new Refusal(429, "NetworkException", `too many requests of this account: ${why}; nothing was sent`, { retryAfter });
