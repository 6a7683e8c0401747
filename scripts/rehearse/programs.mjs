/**
 * What a user of each package would write first, against the exchange whose address stands in `KITE`. Ends by printing
 * `fine`. The same text runs on every runtime.
 */
const client = (name, plugin, call) => `
import { createKite } from "@kite/core";
import { ${plugin} } from "@kite/${name}";
const { apiKey, accessToken, environment } = globalThis.KITE;
const kite = createKite({ apiKey, accessToken, environment }).use(${plugin}());
const answer = await ${call};
if (typeof answer !== "object" || answer === null) throw new Error("no answer: " + answer);
console.log("fine");
`;

export const programs = {
  core: `
import { createClient } from "@kite/core";
const { apiKey, accessToken, environment } = globalThis.KITE;
const kite = createClient({ apiKey, accessToken, environment });
const { data } = await kite.send({ endpoint: "getOrders", method: "GET", path: "/orders" });
if (!Array.isArray(data)) throw new Error("no book");
console.log("fine");
`,
  models: `
import { price } from "@kite/models";
if (price.sum([0.1, 0.2]) !== 0.3) throw new Error("a float");
console.log("fine");
`,
  auth: client("auth", "auth", "kite.auth.getProfile()"),
  orders: client("orders", "orders", "kite.orders.getOrders()"),
  portfolio: client("portfolio", "portfolio", "kite.portfolio.getHoldings()"),
  "market-data": client("market-data", "marketData", 'kite.marketData.getLTP(["NSE:INFY"])'),
  mf: client("mf", "mf", "kite.mf.getMFHoldings()"),
  gtt: client("gtt", "gtt", "kite.gtt.getGTTs()"),
  alerts: client("alerts", "alerts", "kite.alerts.getAlerts()"),
  ticker: `
import { createKite } from "@kite/core";
import { ticker } from "@kite/ticker";
const { apiKey, accessToken, environment } = globalThis.KITE;
const kite = createKite({ apiKey, accessToken, environment }).use(ticker());
const tick = new Promise((resolve) => kite.ticker.on("tick", resolve));
kite.ticker.subscribe([408065]);
if (!((await tick).last_price > 0)) throw new Error("no price");
await kite.ticker.close();
console.log("fine");
`,
  legacy: `
import { KiteConnect } from "@kite/legacy";
const { apiKey, accessToken, environment } = globalThis.KITE;
const kc = new KiteConnect({ api_key: apiKey, access_token: accessToken, root: environment.root });
const profile = await kc.getProfile();
if (!profile.user_id) throw new Error("nobody");
console.log("fine");
`,
  simulator: `
import { createSimulator } from "@kite/simulator";
const answer = await createSimulator().fetch("https://api.kite.trade/user/profile");
if (answer.status !== 403) throw new Error("let in");
console.log("fine");
`,
  gateway: `
import { createGateway } from "@kite/gateway";
const { apiKey, apiSecret, environment } = globalThis.KITE;
const sessions = { secret: "of-a-rehearsal-and-of-nothing-else-at-all" };
const gateway = createGateway({ apiKey, apiSecret, environment, sessions });
const ask = (path, cookie) =>
  gateway(new Request("http://localhost:3000" + path, cookie ? { headers: { cookie } } : {}));
const cookiesOf = ({ headers }) => headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
const refused = await (await ask("/kite/orders")).json();
if (refused.error_type !== "TokenException") throw new Error("a stranger was let in");
const started = await ask("/kite/login");
const redirect_params = new URL(started.headers.get("location")).searchParams.get("redirect_params");
const body = new URLSearchParams({ api_key: apiKey, redirect_params, user_id: "SIM001" });
const page = environment.root + "/connect/login";
const chosen = await fetch(page, { method: "POST", body, redirect: "manual" });
const { search } = new URL(chosen.headers.get("location"), page);
const cookie = cookiesOf(await ask("/kite/callback" + search, cookiesOf(started)));
const { data } = await (await ask("/kite/orders", cookie)).json();
if (!Array.isArray(data)) throw new Error("no book");
await gateway.close();
console.log("fine");
`,
};

/** Those that run in a browser as well. */
export const anywhere = Object.keys(programs).filter((name) => !["simulator", "gateway"].includes(name));

/** Those that run on every server, workers included. */
export const onServers = [...anywhere, "gateway"];
