import { auth } from "@kite/auth";
import { isKiteError } from "@kite/core";
import { orders } from "@kite/orders";
import { portfolio } from "@kite/portfolio";
import { expect, test, vi } from "vitest";
import { memorySessionStore } from "../session/store.ts";
import { Browser, type Reply } from "../testing/browser.ts";
import { mounted, secret } from "../testing/mounted.ts";
import { pageClient } from "../testing/page-client.ts";
import { restingOrder } from "../testing/resting-order.ts";
import { scripted } from "../testing/scripted.ts";

const form = { "content-type": "application/x-www-form-urlencoded" };

test("the typed client works in a page with neither key nor token", async () => {
  const { origin, signedIn } = await mounted({ allow: { orders: true } });
  const browser = await signedIn();
  const order = await restingOrder(browser, origin);
  const kite = pageClient(browser, origin).use(auth()).use(portfolio()).use(orders());
  expect(await kite.auth.validateSession()).toBe(true);
  expect((await kite.auth.getProfile()).user_id).toBe("SIM001");
  expect((await kite.auth.getMargins("equity")).net).toBeTypeOf("number");
  expect((await kite.portfolio.getHoldings()).length).toBeGreaterThan(0);

  const { order_id } = await kite.orders.placeOrder(order);
  expect((await kite.orders.getOrderHistory(order_id)).at(-1)?.status).toBe("OPEN");
  await kite.orders.modifyOrder({ variety: "regular", order_id, quantity: 2 });
  await kite.orders.cancelOrder({ variety: "regular", order_id });
  expect((await kite.orders.getOrderHistory(order_id)).at(-1)).toMatchObject({ status: "CANCELLED", quantity: 2 });
});

test("without an allow list everything is read and nothing is changed", async () => {
  const { origin, signedIn, reached } = await mounted();
  const browser = await signedIn();
  const order = await restingOrder(browser, origin);
  const kite = pageClient(browser, origin).use(orders());
  expect(await kite.orders.getOrders()).toBeInstanceOf(Array);
  const [margin] = await kite.orders.getOrderMargins({ orders: [order] });
  expect(margin?.total).toBeGreaterThan(0);

  const refused = await kite.orders.placeOrder(order).catch((error: unknown) => error);
  expect(isKiteError(refused, "GatewayException") && refused.outcome).toBe("rejected");
  expect(String(refused)).toContain("allow: { orders: true }");
  expect(reached()).not.toContain("POST /orders/regular");
});

test("a domain that is switched off cannot be read either", async () => {
  const { origin, signedIn } = await mounted({ allow: { portfolio: false } });
  const reply = await (await signedIn()).ask(`${origin}/kite/portfolio/holdings`);
  expect([reply.status, reply.json().error_type]).toEqual([403, "GatewayException"]);
});

test("Kite's refusals arrive as they are, and what is no answer of Kite becomes one", async () => {
  const { origin, signedIn, simulator } = await mounted({ allow: { orders: true } });
  const browser = await signedIn();
  const headers = { ...form, ...(await browser.writing(origin)) };
  const refused = await browser.ask(`${origin}/kite/orders/regular`, { method: "POST", headers, body: "exchange=NSE" });
  expect([refused.status, refused.json().error_type]).toEqual([400, "InputException"]);

  simulator.faults.set([
    { match: "GET /orders", fault: { kind: "status", executed: false, status: 502, body: "html" } },
  ]);
  const page = await browser.ask(`${origin}/kite/orders`);
  expect([page.status, page.json()]).toEqual([
    502,
    { status: "error", message: "Kite answered HTTP 502 without its JSON", data: null, error_type: "NetworkException" },
  ]);
});

test("a server that is gone is told as such, without its address", async () => {
  const { origin, signedIn, simulator } = await mounted();
  const browser = await signedIn();
  await simulator.close();
  const reply = await browser.ask(`${origin}/kite/orders`);
  expect([reply.status, reply.json().error_type]).toEqual([502, "NetworkException"]);
  expect(reply.text).not.toContain(simulator.url);
});

test("Kite that does not answer is given up", async () => {
  const { origin, signedIn, simulator } = await mounted({ limits: { upstream: 300 } });
  const browser = await signedIn();
  simulator.faults.set([{ match: "GET /orders", fault: { kind: "hang", executed: false } }]);
  expect((await browser.ask(`${origin}/kite/orders`)).status).toBe(504);
});

test("tabs that ask for the same thing share one request, and the profile is kept for a minute", async () => {
  let now = Date.now();
  const { origin, gateway, signedIn, reached } = await mounted({ now: () => now });
  const browser = await signedIn();
  await Promise.all(Array.from({ length: 20 }, () => browser.ask(`${origin}/kite/portfolio/holdings`)));
  const asked = (path: string) => reached().filter((line) => line === `GET ${path}`).length;
  expect(asked("/portfolio/holdings")).toBeLessThan(20);
  expect(asked("/portfolio/holdings") + gateway.stats().shared).toBe(20);

  for (let turn = 0; turn < 3; turn += 1) await browser.ask(`${origin}/kite/user/profile`);
  expect(asked("/user/profile")).toBe(1);
  now += 60_001;
  await browser.ask(`${origin}/kite/user/profile`);
  expect(asked("/user/profile")).toBe(2);
});

test.each([
  ["taken", { json: { status: "success", data: { order_id: "1" } } }],
  ["in doubt", { fault: "drop" } as const],
])("after an order that is %s nobody gets a book that was asked for before", async (_, answer) => {
  let isPlaced = false;
  const { ask, asked } = await scripted(({ method }) => {
    if (method === "GET") return { json: { status: "success", data: [{ isPlaced }] }, delay: isPlaced ? 0 : 300 };
    isPlaced = true;
    return answer;
  });
  const book = async () => (await (await ask("/orders")).json()) as { readonly data: unknown };
  const early = book();
  await vi.waitFor(() => expect(asked()).toHaveLength(1));
  await ask("/orders/regular", { method: "POST", headers: form, body: "quantity=1" });
  expect((await book()).data).toEqual([{ isPlaced: true }]);
  expect((await early).data).toEqual([{ isPlaced: false }]);
});

test("what one user has read is not handed to another", async () => {
  const { origin, signedIn } = await mounted();
  const [one, other] = [await signedIn("SIM001"), await signedIn("SIM002")];
  const ids = await Promise.all(
    [one, other, one, other].map(
      async (browser) => (await browser.ask(`${origin}/kite/user/profile`)).json().data.user_id,
    ),
  );
  expect(ids).toEqual(["SIM001", "SIM002", "SIM001", "SIM002"]);
});

test("all tabs of an account keep one rate budget; who would wait too long is told when to come again", async () => {
  const { origin, signedIn, simulator } = await mounted({ limits: { waiting: 300 } }, { rateLimits: true });
  const browser = await signedIn();
  const replies = await Promise.all(
    Array.from({ length: 5 }, (_, index) => browser.ask(`${origin}/kite/quote/ltp?i=NSE:INFY&i=NSE:TCS&n=${index}`)),
  );
  const statuses = replies.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 429, 429, 429, 429]);
  const late = replies.find(({ status }) => status === 429);
  expect(late?.headers["retry-after"]).toBe("1");
  expect(late?.json()).toMatchObject({ error_type: "NetworkException" });
  expect(simulator.requests.filter(({ status }) => status === 429)).toEqual([]);
});

test("a list of instruments comes from Kite once, compressed for those who can, and by its ETag not at all", async () => {
  const { origin, signedIn, reached } = await mounted();
  const browser = await signedIn();
  const [first, ...others] = (await Promise.all(
    [1, 2, 3].map(() => browser.ask(`${origin}/kite/instruments/NSE`)),
  )) as [Reply, Reply, Reply];
  expect(others.map(({ text }) => text)).toEqual([first.text, first.text]);
  expect([first.status, first.headers["content-type"]]).toEqual([200, "text/csv"]);
  const second = await browser.ask(`${origin}/kite/instruments/NSE`);
  expect(second.text).toBe(first.text);
  const { etag = "" } = second.headers;
  const unchanged = await browser.ask(`${origin}/kite/instruments/NSE`, { headers: { "if-none-match": etag } });
  expect([unchanged.status, unchanged.text]).toEqual([304, ""]);
  const packed = await browser.ask(`${origin}/kite/instruments/NSE`, { headers: { "accept-encoding": "br, gzip" } });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(packed.text.length).toBeLessThan(first.text.length);
  expect(reached().filter((line) => line === "GET /instruments/NSE")).toHaveLength(1);
  expect((await new Browser().ask(`${origin}/kite/instruments/NSE`)).status).toBe(403);
});

test("a guard sees an order as it will be sent, and what it says reaches the page", async () => {
  const { origin, signedIn, reached } = await mounted({
    allow: { orders: true },
    guards: [
      async ({ action, user_id, variety, fields }) =>
        action === "place" && Number(fields.quantity) > 10 ? `${user_id} ${variety}: at most 10 units` : undefined,
    ],
  });
  const browser = await signedIn();
  const order = await restingOrder(browser, origin);
  const kite = pageClient(browser, origin).use(orders());
  const refused = await kite.orders.placeOrder({ ...order, quantity: 11 }).catch((error: unknown) => error);
  expect(String(refused)).toContain("refused by this server: SIM001 regular: at most 10 units");
  expect(reached()).not.toContain("POST /orders/regular");
  const { order_id } = await kite.orders.placeOrder(order);
  await kite.orders.cancelOrder({ variety: "regular", order_id });
});

test("a guard that fails refuses, and a field named twice cannot slip by", async () => {
  const { origin, signedIn, reached } = await mounted({
    allow: { orders: true },
    guards: [
      () => {
        throw new Error("a bug");
      },
    ],
  });
  const browser = await signedIn();
  const headers = { ...form, ...(await browser.writing(origin)) };
  const place = (body: string) => browser.ask(`${origin}/kite/orders/regular`, { method: "POST", headers, body });
  expect((await place("quantity=1")).json().message).toContain("a guard of this server failed");
  expect((await place("quantity=1&quantity=1000")).json().message).toContain("each field once");
  expect(reached()).not.toContain("POST /orders/regular");
});

test("every answer has a request id, and events tell of it without anything secret", async () => {
  const { origin, signedIn, events, simulator } = await mounted();
  const browser = await signedIn();
  const reply = await browser.ask(`${origin}/kite/orders/123456789012345`);
  expect(events.at(-1)).toMatchObject({
    requestId: reply.headers["x-request-id"],
    method: "GET",
    route: "/orders/{order_id}",
    status: reply.status,
    milliseconds: expect.any(Number),
  });
  expect(JSON.stringify(events)).not.toContain("123456789012345");
  expect(JSON.stringify(events)).not.toContain(simulator.apiKey);
});

test("a store that fails is told to the owner, and to the browser only that something did", async () => {
  const store = {
    ...memorySessionStore(),
    isAlive: async () => Promise.reject(new Error(`no database at ${secret}`)),
  };
  const { origin, signedIn, events } = await mounted({ sessions: { secret, store } });
  const reply = await (await signedIn()).ask(`${origin}/kite/orders`);
  expect(reply.status).toBe(500);
  expect(reply.text).not.toContain("database");
  expect(events.at(-1)).toMatchObject({ route: "/orders", failure: "Error: no database at ***" });
  expect(events.map(({ route }) => route)).toEqual(["/login", "/callback", "/orders"]);
});

test("close lets requests under way finish, refuses new ones, and can be called again", async () => {
  const { origin, gateway, signedIn } = await mounted({}, { latencyMs: 200 });
  const browser = await signedIn();
  const underWay = browser.ask(`${origin}/kite/portfolio/holdings`);
  while (gateway.stats().upstream === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const closed = gateway.close();
  const late = await browser.ask(`${origin}/kite/orders`);
  expect([late.status, late.json().error_type, late.headers["retry-after"]]).toEqual([503, "GatewayException", "1"]);
  expect((await underWay).status).toBe(200);
  await closed;
  await gateway.close();
  expect(gateway.stats()).toMatchObject({ underWay: 0, accounts: 0, tabs: 0 });
});
