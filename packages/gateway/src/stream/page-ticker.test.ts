import { createKite } from "@kite/core";
import { orders } from "@kite/orders";
import { createTicker } from "@kite/ticker";
import { expect, onTestFinished, test, vi } from "vitest";
import { headerProxy } from "../testing/header-proxy.ts";
import { mounted } from "../testing/mounted.ts";
import { pageClient } from "../testing/page-client.ts";
import { restingOrder } from "../testing/resting-order.ts";

const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 20 });

test("the SDK's own ticker gets ticks and order updates through the gateway, and notices what Kite's connection does", async () => {
  const { origin, signedIn, simulator } = await mounted({ allow: { orders: true } }, { tickEveryMs: 50, ticks: "all" });
  const browser = await signedIn();
  const kite = pageClient(browser, origin).use(orders());
  const ws = await headerProxy(origin, { origin, cookie: browser.cookie });
  const onPage = createKite({ environment: { root: "/kite", ws } });
  const ticker = createTicker({ ...onPage, send: kite.send });
  onTestFinished(() => ticker.close());

  const ticks: number[] = [];
  const news: string[] = [];
  const upstream: unknown[] = [];
  ticker.on("tick", ({ last_price }) => void ticks.push(last_price));
  ticker.on("order", ({ order }) => void news.push(`${order.order_id} ${order.status}`));
  ticker.on("text", (text) => void upstream.push(text));
  ticker.subscribe([408065], { mode: "full" });
  await until(() => expect(ticks.length).toBeGreaterThan(3));
  expect(ticker.latest(408065)?.mode).toBe("full");

  const { order_id } = await kite.orders.placeOrder(await restingOrder(browser, origin));
  await kite.orders.cancelOrder({ variety: "regular", order_id });
  await until(() => expect(news).toContain(`${order_id} CANCELLED`));

  simulator.stream.kill();
  await until(() => expect(JSON.stringify(upstream)).toContain('"reconnecting"'));
  expect(ticker.state.status).toBe("live");
}, 40_000);

test("the page's ticker is told by a close code that the session is over", async () => {
  const { origin, signedIn } = await mounted();
  const browser = await signedIn();
  const ws = await headerProxy(origin, { origin, cookie: browser.cookie });
  const ticker = createTicker({ environment: { root: "/kite", ws }, onWarning: () => {} });
  onTestFinished(() => ticker.close());
  await ticker.connect();
  await browser.ask(`${origin}/kite/logout`, { method: "POST", headers: await browser.writing(origin) });
  await until(() => expect(ticker.state).toMatchObject({ status: "closed", reason: "auth" }));
  expect(ticker.state.detail).toMatch(/close code 400[13]/);
}, 20_000);
