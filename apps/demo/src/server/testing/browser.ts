import { request as send } from "node:http";

/** As much of a browser as the server can see: cookies, redirects on demand, and headers that `fetch` would not let us set. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  /** What it sends along. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Asks for an address. Redirects are handed back. */
  async ask(
    url: string,
    init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Reply> {
    const { cookie } = this;
    const reply = await exchange(url, { ...init, headers: { ...(cookie && { cookie }), ...init.headers } });
    for (const line of reply.setCookies) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return reply;
  }

  /** Posts JSON, as the page at `origin` does. */
  post(origin: string, path: string, body: unknown = {}): Promise<Reply> {
    const headers = { origin, "content-type": "application/json" };
    return this.ask(origin + path, { method: "POST", headers, body: JSON.stringify(body) });
  }

  /** Goes the whole way of a login as this user; gives what the callback answers. */
  async logIn(origin: string, user_id: string): Promise<Reply> {
    const started = await this.ask(`${origin}/kite/login`);
    const form = new URL(started.location).searchParams;
    const body = new URLSearchParams({
      api_key: form.get("api_key") ?? "",
      redirect_params: form.get("redirect_params") ?? "",
      user_id,
    });
    const back = await exchange(`${new URL(started.location).origin}/connect/login`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: body.toString(),
    });
    return this.ask(back.location);
  }
}

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly location: string;
  readonly setCookies: readonly string[];
  json(): Record<string, unknown>;
}

function exchange(
  url: string,
  { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      const text = Buffer.concat(parts).toString();
      const { location = "", "set-cookie": setCookies = [] } = response.headers;
      resolve({
        status: response.statusCode ?? 0,
        text,
        headers: response.headers as Record<string, string>,
        location: location && new URL(location, url).href,
        setCookies,
        json: () => JSON.parse(text),
      });
    });
    request.on("error", reject);
    request.end(body);
  });
}
