import { type Answer, answering, type ReceivedRequest } from "@kite/testing";
import { KiteConnect as Official } from "kiteconnect";
import { KiteConnect, type KiteConnectParams } from "../index.ts";

/** Either client, as a program without types sees it. */
// biome-ignore lint/suspicious/noExplicitAny: the two have different types, and the tests hand in what no type allows
export type AnyClient = any;

/** A request, without what two HTTP libraries may do differently. */
interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly body: unknown;
  readonly contentType: unknown;
  readonly authorization: unknown;
  readonly version: unknown;
}

/** What came of a call. */
export interface Seen {
  readonly requests: readonly SeenRequest[];
  readonly resolved?: unknown;
  readonly rejected?: unknown;
  /** What was thrown before there was a promise. */
  readonly thrown?: unknown;
}

/** Makes the official client, or ours without retries and budget, which the official one does not have. */
const makers = {
  official: (params: object): AnyClient => new Official(params as never),
  ours: (params: object): AnyClient =>
    new KiteConnect({ retry: false, rateLimit: false, ...params } as KiteConnectParams),
};

export type Params = Partial<KiteConnectParams>;

/** Makes one call on each client, each before a server of its own with the same answers, and tells what was seen. */
export async function observe(
  call: (client: AnyClient) => unknown,
  answer: Answer,
  params: Params = {},
): Promise<{ readonly official: Seen; readonly ours: Seen }> {
  const [official, ours] = [await seen("official"), await seen("ours")];
  return { official, ours };

  async function seen(which: keyof typeof makers): Promise<Seen> {
    const server = await answering(answer);
    const client = makers[which]({ api_key: "key", access_token: "access-of-today", root: server.root, ...params });
    const outcome = await outcomeOf(() => call(client));
    return { requests: server.requests.map(seenRequest), ...outcome };
  }
}

async function outcomeOf(call: () => unknown): Promise<Omit<Seen, "requests">> {
  let pending: unknown;
  try {
    pending = call();
  } catch (thrown) {
    return { thrown };
  }
  try {
    return { resolved: await pending };
  } catch (rejected) {
    return { rejected };
  }
}

function seenRequest({ method, path, query, headers, body }: ReceivedRequest): SeenRequest {
  const type = String(headers["content-type"] ?? "");
  return {
    method,
    path,
    query: query.map((pair) => pair.join("=")).sort(),
    body: type.includes("json")
      ? JSON.parse(body)
      : [...new URLSearchParams(body)].map((pair) => pair.join("=")).sort(),
    // Without a body the type of one says nothing.
    contentType: body === "" ? undefined : type,
    authorization: headers.authorization,
    version: headers["x-kite-version"],
  };
}

/** The fields of a rejection that programs written for the old client read. */
export const oldFields = (error: unknown): object => {
  const { error_type, message, data } = error as Record<string, unknown>;
  return { error_type, message, data: data ?? null };
};

/** A good answer. */
export const success = (data: unknown): Answer => ({ json: { status: "success", data } });

/** A good answer with a list. */
export const csv = (text: string): Answer => ({ text, headers: { "content-type": "text/csv" } });
