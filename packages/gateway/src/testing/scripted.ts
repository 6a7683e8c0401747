import { type Answer, type AnsweringServer, answering, type ReceivedRequest } from "@kite/testing";
import { createGateway } from "../create-gateway.ts";
import type { Gateway } from "../gateway.ts";
import type { GatewayOptions } from "../options.ts";
import { secret } from "./mounted.ts";

/** A gateway without a server, signed in, before a Kite whose answers are written down. */
export interface Scripted {
  readonly gateway: Gateway;
  readonly kite: AnsweringServer;
  /** Requests after the login. */
  asked(): readonly ReceivedRequest[];
  /** Asks as the signed-in page does. */
  ask(path: string, init?: RequestInit): Promise<Response>;
}

const origin = "https://app.example";

export async function scripted(
  answer: (request: ReceivedRequest) => Answer,
  options: Partial<GatewayOptions> = {},
  prefix = "",
): Promise<Scripted> {
  const session = { user_id: "AB1234", user_name: "A B", api_key: "key", access_token: "token-of-today" };
  const isLogin = ({ method, path }: ReceivedRequest): boolean =>
    method === "POST" && path === `${prefix}/session/token`;
  const kite = await answering((request) =>
    isLogin(request) ? { json: { status: "success", data: session } } : answer(request),
  );
  const gateway = createGateway({
    ...{ apiKey: "key", apiSecret: "hush", origin, sessions: { secret } },
    environment: { root: kite.root, prefix },
    allow: { orders: true },
    ...options,
  });
  const login = await gateway(new Request(`${origin}/kite/login`));
  const address = new URL(login.headers.get("location") ?? "");
  const state = new URLSearchParams(address.searchParams.get("redirect_params") ?? "").get("state");
  const [cookie] = login.headers.getSetCookie().map(pair);
  const callback = `${origin}/kite/callback?status=success&request_token=r&state=${state}`;
  const signedIn = await gateway(new Request(callback, { headers: { cookie: cookie ?? "" } }));
  const headers = { cookie: signedIn.headers.getSetCookie().map(pair).at(-1) ?? "", origin };
  const { data } = (await (await gateway(new Request(`${origin}/kite/session`, { headers }))).json()) as {
    data: { csrf_token: string };
  };
  return {
    gateway,
    kite,
    asked: () => kite.requests.slice(1),
    ask: (path, init = {}) => {
      const all = { ...headers, "x-csrf-token": data.csrf_token, ...(init.headers as Record<string, string>) };
      return gateway(new Request(`${origin}/kite${path}`, { ...init, headers: all }));
    },
  };
}

const pair = (line: string): string => line.split(";")[0] ?? "";
