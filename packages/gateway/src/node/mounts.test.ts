import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { orders } from "@kite/orders";
import express from "express";
import { Hono } from "hono";
import { expect, test } from "vitest";
import type { Gateway } from "../gateway.ts";
import { Browser } from "../testing/browser.ts";
import { type Mount, mounted } from "../testing/mounted.ts";
import { pageClient } from "../testing/page-client.ts";
import { restingOrder } from "../testing/resting-order.ts";
import { toNodeListener } from "./to-node-listener.ts";

const mounts: readonly (readonly [string, Mount])[] = [
  ["Node's own server", (gateway) => toNodeListener(gateway)],
  [
    "Express",
    (gateway) => {
      const app = express();
      app.use(toNodeListener(gateway));
      app.use(express.json(), express.urlencoded());
      app.get("/", (_, response) => void response.send("the page"));
      return app;
    },
  ],
  [
    "Express below its path",
    (gateway) => {
      const app = express();
      app.use(gateway.path, toNodeListener(gateway));
      app.get("/", (_, response) => void response.send("the page"));
      return app;
    },
  ],
  ["Hono", (gateway) => honoMount(gateway)],
];

function honoMount(gateway: Gateway) {
  const app = new Hono();
  app.all(`${gateway.path}/*`, ({ req }) => gateway(req.raw));
  app.get("/", (context) => context.text("the page"));
  return getRequestListener(app.fetch, { overrideGlobalObjects: false });
}

test.each(mounts)("%s: login, reads, writes, and the rest of the app", async (name, mount) => {
  const { origin, signedIn } = await mounted({ allow: { orders: true } }, { mount });
  const browser = await signedIn();
  const kite = pageClient(browser, origin).use(orders());
  const { order_id } = await kite.orders.placeOrder(await restingOrder(browser, origin));
  expect((await kite.orders.getOrders()).some((row) => row.order_id === order_id)).toBe(true);
  const page = await new Browser().ask(`${origin}/`);
  if (name === "Node's own server") expect(page.status).toBe(404);
  else expect(page.text).toBe("the page");
});

test("a body that somebody else has read is told as what it is", async () => {
  const { origin, signedIn } = await mounted(
    { allow: { orders: true } },
    { mount: (gateway) => express().use(express.urlencoded(), toNodeListener(gateway)) },
  );
  const browser = await signedIn();
  const reply = await browser.ask(`${origin}/kite/orders/regular`, {
    method: "POST",
    headers: { ...(await browser.writing(origin)), "content-type": "application/x-www-form-urlencoded" },
    body: "quantity=1",
  });
  expect([reply.status, reply.json().message]).toEqual([
    500,
    expect.stringContaining("before anything that reads bodies"),
  ]);
});

test("what is not below the path is left to the next handler", async () => {
  const { gateway } = await mounted();
  const passed: string[] = [];
  const server = createServer((request, response) =>
    toNodeListener(gateway)(request, response, () => {
      passed.push(request.url ?? "");
      response.end();
    }),
  ).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as import("node:net").AddressInfo;
  const browser = new Browser();
  for (const path of ["/", "/kitefoo", "/api/kite", "/kite/session"])
    await browser.ask(`http://127.0.0.1:${port}${path}`);
  expect(passed).toEqual(["/", "/kitefoo", "/api/kite"]);
  server.closeAllConnections();
  server.close();
});
