import { type AlertsApi, alerts } from "@kite/alerts";
import { type AuthApi, auth } from "@kite/auth";
import { createKite, type Kite, type SafeClient } from "@kite/core";
import { type GTTApi, gtt } from "@kite/gtt";
import { type MarketDataApi, marketData } from "@kite/market-data";
import { type MFApi, mf } from "@kite/mf";
import { type OrdersApi, orders } from "@kite/orders";
import { type PortfolioApi, portfolio } from "@kite/portfolio";
import { type Ticker, ticker } from "@kite/ticker";
import type { Exchange } from "./exchange.ts";

/** Every domain of the SDK. */
interface DemoApis {
  readonly auth: AuthApi;
  readonly portfolio: PortfolioApi;
  readonly orders: OrdersApi;
  readonly marketData: MarketDataApi;
  readonly gtt: GTTApi;
  readonly alerts: AlertsApi;
  readonly mf: MFApi;
  readonly ticker: Ticker;
}

/** The client of the demo. */
export type DemoKite = Kite<DemoApis, SafeClient>;

/** Who is logged in. */
interface Person {
  readonly user_id: string;
  readonly user_name: string;
}

/** An account of the terminal's own: its summary, and the walk. Its token never leaves this object. */
export interface Connection {
  readonly exchange: Exchange;
  readonly kite: DemoKite;
  readonly state: "logged-in" | "logged-out" | "expired";
  /** Exchanges a request token. Throws a `KiteError`. */
  logIn(request_token: string): Promise<Person>;
  /** Ends the session. It is over here even when the exchange cannot be reached. */
  logOut(): Promise<void>;
}

/** Makes the connection to an exchange, with nobody logged in. */
export function connect(exchange: Exchange): Connection {
  const { environment, apiKey, apiSecret: api_secret } = exchange;
  const kite: DemoKite = createKite({ apiKey, environment, deadline: 15_000 })
    .use(auth())
    .use(portfolio())
    .use(orders())
    .use(marketData())
    .use(gtt())
    .use(alerts())
    .use(mf())
    .use(ticker());
  return {
    exchange,
    kite,
    get state() {
      return stateOf(kite);
    },
    async logIn(request_token) {
      const { user_id, user_name } = await kite.auth.generateSession({ request_token, api_secret });
      return { user_id, user_name };
    },
    async logOut() {
      try {
        if (stateOf(kite) === "logged-in") await kite.auth.invalidateAccessToken();
      } finally {
        kite.session.setAccessToken(undefined);
      }
    },
  };
}

function stateOf({ session }: DemoKite): Connection["state"] {
  if (session.expired) return "expired";
  return session.accessToken ? "logged-in" : "logged-out";
}
