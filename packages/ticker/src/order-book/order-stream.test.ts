import type { KiteError } from "@kite/core";
import { expect, test, vi } from "vitest";
import { eventually } from "../testing/eventually.ts";
import { FakeClock } from "../testing/fake-clock.ts";
import { orderPayload } from "../testing/order-payload.ts";
import type { OrderEvent } from "../ticker-api.ts";
import { OrderStream } from "./order-stream.ts";

let isOffline = false;
vi.mock(import("./order-news.ts"), async (load) => {
  if (isOffline) throw new TypeError("Failed to fetch dynamically imported module");
  return load();
});

function streaming() {
  const clock = new FakeClock();
  const events: OrderEvent[] = [];
  const errors: KiteError[] = [];
  const orders = new OrderStream({
    kite: {
      send: () => {
        throw new Error("no REST here");
      },
    },
    clock,
    readMissedOrders: false,
    onOrder: (event) => events.push(event),
    onError: (error) => errors.push(error),
  });
  return { clock, errors, events, orders };
}

test("what comes while the reader is being loaded is told when it is there, in order", async () => {
  isOffline = true;
  vi.resetModules();
  const { clock, errors, events, orders } = streaming();
  orders.receive(orderPayload({ order_id: "before anybody listened" }));
  orders.begin();
  orders.begin();
  orders.opened(false);
  orders.receive(orderPayload({ order_id: "one" }));
  await eventually(() => expect(errors.map(({ code }) => code)).toEqual(["ConnectionFailed"]));
  orders.receive(orderPayload({ order_id: "two" }));
  isOffline = false;
  clock.pass(5_000);
  await eventually(() => expect(events.map(({ order }) => order.order_id)).toEqual(["one", "two"]));
  expect(clock.waiting).toBe(0);
});

test("after a close nothing is loaded or told", async () => {
  const { clock, events, orders } = streaming();
  orders.begin();
  orders.receive(orderPayload());
  orders.close();
  orders.receive(orderPayload());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(events).toEqual([]);
  expect(clock.waiting).toBe(0);
});
