import { createHash } from "node:crypto";
import type { Simulator } from "../simulator.ts";

/** What came back, with the envelope already parsed. */
export interface Answer {
  readonly status: number;
  readonly type: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape is what they check
  readonly body: any;
}

/** Sends requests to a simulator over real HTTP, in the name of one session or of nobody. */
export class Caller {
  readonly #url: string;
  /** What every request of this session carries. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(simulator: Simulator, access_token?: string) {
    this.#url = simulator.url;
    this.headers = access_token ? { authorization: `token ${simulator.apiKey}:${access_token}` } : {};
  }

  get(path: string): Promise<Answer> {
    return this.send(path, {});
  }

  /** @param form - Fields; as text, `isin=A&isin=B`, where one is repeated. */
  form(method: string, path: string, form: Record<string, string> | string): Promise<Answer> {
    return this.send(path, { method, body: new URLSearchParams(form) });
  }

  async send(path: string, init: RequestInit): Promise<Answer> {
    const response = await this.fetch(path, init);
    return { status: response.status, type: response.headers.get("content-type"), body: await response.json() };
  }

  /** The bare answer, for routes that do not speak JSON. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...this.headers, ...(init.headers as Record<string, string>) };
    return fetch(this.#url + path, { redirect: "manual", ...init, headers });
  }
}

/** Lower-case hex SHA-256 of the texts written after one another, from the reference, not from the simulator. */
export function sha256(...texts: string[]): string {
  return createHash("sha256").update(texts.join("")).digest("hex");
}

/** Fields of a session exchange as an honest client sends them. */
export function exchangeForm({ apiKey, apiSecret }: Simulator, request_token: string): Record<string, string> {
  return { api_key: apiKey, request_token, checksum: sha256(apiKey, request_token, apiSecret) };
}

/** Signs in the way an app does: login, exchange, and then the token. */
export async function signIn(simulator: Simulator, user_id?: string): Promise<Caller> {
  const { request_token } = await simulator.login(user_id === undefined ? {} : { user_id });
  const answer = await new Caller(simulator).form("POST", "/session/token", exchangeForm(simulator, request_token));
  return new Caller(simulator, answer.body.data.access_token);
}
