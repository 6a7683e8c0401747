import { invalidInput } from "./input.ts";

/** A server of your own: the simulator, a gateway, a proxy. */
export interface CustomEnvironment {
  /** Where REST calls go, e.g. `http://127.0.0.1:4010`. A path alone (`/kite`) is a gateway on the page's own origin. */
  readonly root: string;
  /** WebSocket root. */
  readonly ws?: string;
  /** Address of the login page, without `api_key`. */
  readonly login?: string;
  /** Path before every route but the instrument dumps. */
  readonly prefix?: string;
  /** Allows plain `http:` to another machine. The access token then crosses the network unencrypted. */
  readonly insecure?: boolean;
}

/** Which server a client talks to. @see https://kite.trade/docs/connect/v3/sandbox/ */
export type Environment = "production" | "sandbox" | CustomEnvironment;

/** An environment with every address filled in. */
export interface ResolvedEnvironment {
  readonly name: "production" | "sandbox" | "custom";
  readonly root: string;
  readonly ws: string;
  readonly login: string;
  readonly prefix: string;
}

const named: Readonly<Record<string, ResolvedEnvironment>> = {
  production: {
    name: "production",
    root: "https://api.kite.trade",
    ws: "wss://ws.kite.trade",
    login: "https://kite.zerodha.com/connect/login?v=3",
    prefix: "",
  },
  sandbox: {
    name: "sandbox",
    root: "https://sandbox.kite.trade",
    ws: "wss://ws-sandbox.kite.trade",
    login: "https://sandbox.kite.trade/connect/login",
    prefix: "/oms",
  },
};

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const refuse = (field: string, problem: string) => invalidInput(field, problem, "createClient");

/** Fills in the addresses of an environment. Throws `InvalidInput` for a root that cannot be used safely. */
export function resolveEnvironment(environment: Environment = "production"): ResolvedEnvironment {
  if (typeof environment === "object" && environment) {
    const root = checkedRoot(environment);
    const { ws = root.replace(/^http/, "ws"), login = `${root}/connect/login?v=3`, prefix = "" } = environment;
    return { name: "custom", root, ws, login, prefix };
  }
  const known = named[environment];
  if (!known) throw refuse("environment", 'must be "production", "sandbox" or an object with a root');
  return known;
}

function checkedRoot({ root, insecure }: CustomEnvironment): string {
  const bare = String(root).replace(/\/+$/, "");
  if (/^\/[^/]/.test(bare)) return bare;
  const url = /^https?:\/\/[^/@?#]+(\/[^?#]*)?$/.test(bare) && URL.canParse(bare) && new URL(bare);
  if (!url) throw refuse("environment.root", "must be an address like https://api.kite.trade");
  if (url.protocol === "http:" && !insecure && !loopback.test(url.hostname)) {
    throw refuse(
      "environment.root",
      `http://${url.host} would carry your token unencrypted; use https or insecure: true`,
    );
  }
  return bare;
}
