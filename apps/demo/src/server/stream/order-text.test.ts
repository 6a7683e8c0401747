import type { OrderEvent } from "@kite/ticker";
import { expect, test } from "vitest";
import { orderText } from "./order-text.ts";

test("times are Indian ones without an offset, and everything else as it came", () => {
  const order = {
    order_id: "2211201234567890123",
    status: "COMPLETE",
    order_timestamp: new Date("2026-11-20T19:00:05.400Z"),
    exchange_timestamp: null,
    meta: { demand: ["a"] },
  };
  const event = { order, source: "stream" } as unknown as OrderEvent;
  expect(JSON.parse(orderText(event))).toEqual({
    type: "order",
    data: { ...order, order_timestamp: "2026-11-21 00:30:05" },
  });
});
