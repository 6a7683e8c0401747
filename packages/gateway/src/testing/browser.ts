import { request as send } from "node:http";

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly setCookies: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: tests look at what they expect
  json(): any;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface SigningIn {
  readonly user_id?: string;
  readonly path?: string;
  /** Of the gateway's login route. */
  readonly query?: string;
}

/** As much of a browser as a server can see: a cookie jar, and headers that `fetch` would not let us set. */
export class Browser {
  readonly jar: Map<string, string> = new Map();
  /** Everything that came back, headers and all: to look for secrets in. */
  readonly heard: string[] = [];

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Asks for an address. Redirects are handed back. */
  async ask(url: string, { method, headers, body }: Asking = {}): Promise<Reply> {
    const reply = await exchange(url, {
      method,
      body,
      headers: { ...(this.cookie && { cookie: this.cookie }), ...headers },
    });
    this.heard.push(JSON.stringify(reply.headers), ...reply.setCookies, reply.text);
    for (const line of reply.setCookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(line)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return reply;
  }

  /** Goes through the login page as a person does; gives the answer of the callback. */
  async signIn(origin: string, { user_id = "SIM001", path = "/kite", query = "" }: SigningIn = {}): Promise<Reply> {
    const back = await this.throughLoginPage(origin, { user_id, path, query });
    return this.ask(back);
  }

  /** Gives the address that the login page leads back to. */
  async throughLoginPage(
    origin: string,
    { user_id = "SIM001", path = "/kite", query = "" }: SigningIn = {},
  ): Promise<string> {
    const started = await this.ask(`${origin}${path}/login${query}`);
    const page = new URL(started.headers.location ?? "");
    const body = new URLSearchParams({
      api_key: page.searchParams.get("api_key") ?? "",
      redirect_params: page.searchParams.get("redirect_params") ?? "",
      user_id,
    });
    // The login page has a jar of its own: what it answers is not the gateway's.
    const answer = await exchange(`${page.origin}/connect/login`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: String(body),
    });
    return answer.headers.location ?? "";
  }

  /** Headers that a page of `origin` sends with a write. */
  async writing(origin: string, path = "/kite"): Promise<Record<string, string>> {
    const { data } = (await this.ask(`${origin}${path}/session`)).json();
    return { origin, "sec-fetch-site": "same-origin", "x-csrf-token": data.csrf_token };
  }
}

function exchange(
  url: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string | undefined; headers?: Record<string, string>; body?: string | undefined },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers, agent: false }, async (response) => {
      try {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part);
        const text = Buffer.concat(parts).toString();
        resolve({
          status: response.statusCode ?? 0,
          text,
          headers: response.headers as Record<string, string>,
          setCookies: response.headers["set-cookie"] ?? [],
          json: () => JSON.parse(text),
        });
      } catch (error) {
        reject(error);
      }
    });
    request.on("error", reject);
    request.end(body);
  });
}
