import { getOrders, placeOrder } from "@kite/orders";
import { expect, test } from "vitest";
import { mounted } from "../testing/mounted.ts";
import { pageClient } from "../testing/page-client.ts";
import { restingOrder } from "../testing/resting-order.ts";

test("a page whose person logs in again writes on without a refusal, and each order is placed once", async () => {
  const { origin, signedIn, reached, simulator } = await mounted({ allow: { orders: true } });
  const browser = await signedIn();
  const kite = pageClient(browser, origin);
  const order = await restingOrder(browser, origin);
  const { order_id: before } = await placeOrder(kite, order);
  await browser.signIn(origin);
  const { order_id: after } = await placeOrder(kite, order);
  expect(reached().filter((line) => line === "POST /orders/regular")).toHaveLength(2);
  const ids = simulator.orders("SIM001").map(({ order_id }) => order_id);
  expect(ids).toEqual(expect.arrayContaining([before, after]));
});

test("an order that was meant for one account is not placed on another that has been signed in to meanwhile", async () => {
  const { origin, signedIn, reached } = await mounted({ allow: { orders: true } });
  const browser = await signedIn("SIM001");
  const kite = pageClient(browser, origin);
  const order = await restingOrder(browser, origin);
  await placeOrder(kite, order);
  await browser.signIn(origin, { user_id: "SIM003" });
  // however often it is tried
  for (let click = 0; click < 3; click += 1) {
    await expect(placeOrder(kite, order)).rejects.toMatchObject({ status: 403, outcome: "rejected" });
  }
  expect(reached().filter((line) => line === "POST /orders/regular")).toHaveLength(1);
  await browser.signIn(origin, { user_id: "SIM001" });
  await placeOrder(kite, order);
  expect(reached().filter((line) => line === "POST /orders/regular")).toHaveLength(2);
});

test("a page that has shown one account's figures places its first order on no other", async () => {
  const { origin, signedIn, reached } = await mounted({ allow: { orders: true } });
  const browser = await signedIn("SIM001");
  const kite = pageClient(browser, origin);
  const order = await restingOrder(browser, origin);
  await getOrders(kite);
  // what the page asked for with its first answer is on its way
  await new Promise((resolve) => setTimeout(resolve, 100));
  await browser.signIn(origin, { user_id: "SIM003" });
  await expect(placeOrder(kite, order)).rejects.toMatchObject({ status: 403, outcome: "rejected" });
  expect(reached()).not.toContain("POST /orders/regular");
});
