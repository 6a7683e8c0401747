import { inspect } from "node:util";
import { orders } from "@kite/orders";
import { expect, test, vi } from "vitest";
import { Browser } from "./testing/browser.ts";
import { mounted, secret } from "./testing/mounted.ts";
import { pageClient } from "./testing/page-client.ts";
import { restingOrder } from "./testing/resting-order.ts";
import { openedTab } from "./testing/tab.ts";

test("nothing secret is in any body, header, frame, event, log or inspected object of a whole session", async () => {
  const logged: unknown[][] = [];
  for (const way of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, way).mockImplementation((...given) => void logged.push(given));
  }
  const sent: string[] = [];
  const { origin, gateway, simulator, events } = await mounted({
    allow: { orders: true },
    fetch: async (input, init) => {
      sent.push(new Headers(init?.headers).get("authorization") ?? "");
      return fetch(input, init);
    },
  });
  const browser = new Browser();
  await browser.signIn(origin);
  const tab = await openedTab(origin, browser);
  tab.say({ a: "subscribe", v: [408065] });
  for (const path of [
    "/session",
    "/user/profile",
    "/user/profile/full",
    "/user/margins",
    "/orders",
    "/portfolio/holdings",
    "/instruments/NSE",
    "/nothing",
  ]) {
    await browser.ask(`${origin}/kite${path}`);
  }
  const kite = pageClient(browser, origin).use(orders());
  const { order_id } = await kite.orders.placeOrder(await restingOrder(browser, origin));
  await vi.waitFor(() => expect(tab.texts.join()).toContain('"live"'), { timeout: 10_000 });
  await kite.orders.cancelOrder({ variety: "regular", order_id });
  await browser.ask(`${origin}/kite/callback?state=x&status=success&request_token=abc`);
  simulator.faults.set([
    { match: "GET /orders", fault: { kind: "status", executed: false, status: 503, body: "html" } },
  ]);
  await browser.ask(`${origin}/kite/orders`);
  simulator.faults.clear();
  simulator.expireSessions();
  await browser.ask(`${origin}/kite/orders`);
  await tab.closed;
  await browser.ask(`${origin}/kite/session`);
  vi.restoreAllMocks();

  const [accessToken = ""] = sent.flatMap((header) => /^token [^:]+:(.+)$/.exec(header)?.[1] ?? []);
  expect(accessToken.length).toBeGreaterThan(10);
  // The app's key stands in the address of the login page, by which Kite knows the app; nowhere else.
  const heard = browser.heard.map((text) => text.replace(/"location":"[^"]*\/connect\/login[^"]*"/, ""));
  const everything = [
    ...heard,
    ...tab.texts,
    ...tab.frames.map((frame) => frame.toString("latin1")),
    ...(await tab.closed).map(String),
    ...[events, logged, gateway, gateway.stats()].map((value) => inspect(value, { depth: 12, showHidden: true })),
  ].join("\n");
  for (const word of [simulator.apiSecret, simulator.apiKey, accessToken, secret])
    expect(everything).not.toContain(word);
}, 30_000);

test("an answer of Kite that quotes the token is masked", async () => {
  const { origin, signedIn } = await mounted({
    fetch: async (input, init) => {
      if (!String(input).endsWith("/orders")) return fetch(input, init);
      const authorization = new Headers(init?.headers).get("authorization");
      const body = { status: "error", message: `refused: ${authorization}`, data: null, error_type: "InputException" };
      return Response.json(body, { status: 400 });
    },
  });
  const reply = await (await signedIn()).ask(`${origin}/kite/orders`);
  expect(reply.json().message).toBe("refused: token ***:***");
});
