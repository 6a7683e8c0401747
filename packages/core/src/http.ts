import { failureCode, neverConnected } from "./connection.ts";
import type { ResolvedEnvironment } from "./environment.ts";
import { isKiteError, type KiteError } from "./errors.ts";
import { failure } from "./failure.ts";
import { errorEnvelope, malformed, refused } from "./refusal.ts";
import type { Plan, Send, WireResponse } from "./request.ts";
import { secretsOf } from "./secrets.ts";
import type { Session } from "./session.ts";
import { boundSignal } from "./signal.ts";
import type { StatsRecorder } from "./stats.ts";
import { stopped } from "./stopped.ts";
import type { Transport, TransportAnswer } from "./transport.ts";
import { formText, queryText } from "./url.ts";

/** What the innermost layer needs to know of its client. */
export interface HttpContext {
  readonly apiKey: string | undefined;
  readonly environment: ResolvedEnvironment;
  readonly session: Session;
  readonly stats: StatsRecorder;
  readonly transport: Transport;
  /** The way of orders, where it is another. */
  readonly orderTransport?: Transport | undefined;
  /** Milliseconds for one attempt, where the call does not say. */
  readonly timeout: number;
}

/** The innermost layer: one exchange with the server, the envelope opened. */
export function http(context: HttpContext): Send {
  const { session, stats } = context;
  return async (plan) => {
    const accessToken = plan.authorised === false ? undefined : session.accessToken;
    stats.add(plan.bucket, "requests");
    try {
      const answer = await exchange(context, plan, accessToken);
      return open(plan, answer, accessToken);
    } catch (error) {
      stats.add(plan.bucket, "errors");
      if (accessToken && isKiteError(error, "TokenException")) {
        session.reportExpired(accessToken, error);
      }
      throw error;
    }
  };
}

async function exchange(context: HttpContext, plan: Plan, accessToken: string | undefined): Promise<TransportAnswer> {
  const { apiKey, environment, transport, orderTransport = transport } = context;
  // The instrument dumps are the only routes that a prefixed environment serves without its prefix.
  const prefix = /^\/instruments(\/[A-Z]+)?$/.test(plan.path) ? "" : environment.prefix;
  const headers: Record<string, string> = { "X-Kite-Version": "3" };
  if (apiKey && accessToken) headers.Authorization = `token ${apiKey}:${accessToken}`;
  let body: string | undefined;
  if (plan.json !== undefined) {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify(plan.json);
  } else if (plan.form) {
    headers["Content-Type"] = "application/x-www-form-urlencoded";
    body = formText(plan.form);
  }
  const url = environment.root + prefix + plan.path + queryText(plan.query);
  // The time limit covers the body too: a server can send its headers and then nothing.
  const { signal, hold, release } = boundSignal(plan.signal, plan.timeout ?? context.timeout);
  try {
    if (signal.aborted) throw stopped(plan, signal.reason, "before-sending");
    plan.onSend?.();
    const leave = plan.bucket === "order" && plan.method !== "GET" ? orderTransport : transport;
    // A transport that does not hear its signal must not hold the call: some streams of undici never end once they are cut.
    return await hold(leave({ url, method: plan.method, headers, body, signal, readBody: plan.read }));
  } catch (error) {
    if (isKiteError(error)) throw error;
    if (!signal.aborted) throw connectionFailed(plan, error);
    // Only the attempt's own limit is worth another attempt; the caller's signal and deadline end the call.
    throw stopped(plan, signal.reason, "after-sending", !plan.signal?.aborted);
  } finally {
    release();
  }
}

function connectionFailed(plan: Plan, cause: unknown): KiteError {
  const unsent = neverConnected(cause);
  const what = unsent
    ? "no connection to the server, nothing was sent"
    : "the connection broke before the whole answer";
  return failure(plan, {
    code: "ConnectionFailed",
    message: `${what} (${failureCode(cause) ?? "no code"})`,
    passing: true,
    outcome: unsent ? "not-sent" : "unknown",
    cause,
  });
}

/** Opens the envelope. Whatever is not a documented success becomes an error, never a value. */
function open(plan: Plan, answer: TransportAnswer, accessToken: string | undefined): WireResponse {
  const { status, headers, text } = answer;
  const type = headers.get("content-type")?.split(";")[0] || "no content type";
  const good = status >= 200 && status < 300;
  const csvDue = plan.accept === "csv";
  if (answer.data !== undefined) return { status, headers, data: answer.data };
  if (good && csvDue && type === "text/csv") return { status, headers, data: text };
  const isJson = type === "application/json";
  const body = isJson ? parse(text) : undefined;
  const envelope = errorEnvelope(body);
  if (envelope) throw refused(plan, answer, envelope, secretsOf(plan, accessToken));
  if (!good || !isJson || csvDue) throw malformed(plan, answer, `${type} instead of ${csvDue ? "CSV" : "Kite's JSON"}`);
  if (typeof body !== "object" || body === null || !("data" in body)) {
    throw malformed(plan, answer, body === undefined ? "a body that is not whole JSON" : "JSON without data");
  }
  return { status, headers, data: body.data };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
