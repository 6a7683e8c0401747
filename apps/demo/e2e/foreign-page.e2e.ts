import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openPage, startBrowser } from "./browser.ts";
import { figures } from "./dashboard-page.ts";
import { startWithOwnSimulator } from "./own-simulator.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test("a page of another site can neither place an order nor open the stream, and reads nothing", async () => {
  const { simulator, address } = await startWithOwnSimulator();
  const { page } = await openPage(browser);
  await page.goto(`${address}/kite/login`);
  await page.getByRole("button", { name: /Asha Menon/ }).click();
  await figures(page);
  const before = simulator.requests.length;
  const foreign = createServer((_, response) => response.setHeader("content-type", "text/html").end("<!doctype html>"));
  await once(foreign.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void foreign.close());
  // another port of the same host: cookies do not tell the two apart
  const other = await page.context().newPage();
  await other.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
  await page.close();
  await expect.poll(() => other.evaluate(() => document.readyState)).toBe("complete");
  const outcome = await other.evaluate(async (demo) => {
    const body = new URLSearchParams({
      exchange: "NSE",
      tradingsymbol: "INFY",
      transaction_type: "BUY",
      quantity: "1",
    });
    const ask = (path: string, init: RequestInit) =>
      fetch(demo + path, { credentials: "include", ...init }).then(
        ({ status, type }) => `${type} ${status}`,
        () => "blocked",
      );
    const stream = new Promise((resolve) => {
      const socket = new WebSocket(`${demo.replace("http", "ws")}/kite`);
      socket.onopen = () => resolve("open");
      socket.onerror = () => resolve("refused");
    });
    return {
      read: await ask("/kite/portfolio/holdings", {}),
      session: await ask("/kite/session", {}),
      order: await ask("/kite/orders/regular", { method: "POST", body }),
      hidden: await ask("/kite/orders/regular", { method: "POST", body, mode: "no-cors" }),
      stream: await stream,
    };
  }, address);
  expect(outcome).toEqual({
    read: "blocked",
    session: "blocked",
    order: "blocked",
    hidden: "blocked",
    stream: "refused",
  });
  const sent = simulator.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
  expect(sent.filter((line) => line.startsWith("POST"))).toEqual([]);
});
