import type { PlaceOrderParams } from "@kite/orders";
import { expect, test, vi } from "vitest";
import { startGateway } from "../../testing/page.ts";
import { readPreview } from "./preview-rows.ts";

// a gateway, an exchange and the looks of the SDK, which have their times
vi.setConfig({ testTimeout: 30_000 });

test("what an order needs and costs is the sum of its parts, and nothing is placed", async () => {
  const { openPage, simulator } = await startGateway({ allow: {} });
  const order: PlaceOrderParams = {
    ...{ variety: "regular", exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: 10 },
    ...{ product: "CNC", order_type: "LIMIT", price: 1400 },
  };
  const { margin, charges } = await readPreview(openPage(), order, 1400, new AbortController().signal);
  expect(margin).toMatchObject({ segment: "equity", total: 14_000 });
  const sum = (parts: typeof charges.parts) => parts.reduce((total, { amount }) => total + amount, 0);
  expect(sum(charges.parts)).toBeCloseTo(charges.total, 2);
  expect(charges.parts.map(({ name }) => name)).toContain("Securities transaction tax");
  expect([...margin.parts, ...charges.parts].every(({ amount }) => amount !== 0)).toBe(true);
  expect(
    simulator.orders().filter(({ tradingsymbol, quantity }) => tradingsymbol === "INFY" && quantity === 10),
  ).toEqual([]);
});
