import { placeOrder } from "@kite/orders";
import { expect, test, vi } from "vitest";
import { startGateway } from "../../testing/page.ts";
import { readTrades } from "./trades-figures.ts";

// a gateway, an exchange and the looks of the SDK, which have their times
vi.setConfig({ testTimeout: 30_000 });

test("what was bought and sold today stands in one row with its gain and its charges", async () => {
  const { openPage } = await startGateway();
  const client = openPage();
  const fill = (transaction_type: "BUY" | "SELL") =>
    placeOrder(client, {
      ...{ variety: "regular", exchange: "NSE", tradingsymbol: "ITC", transaction_type, quantity: 10 },
      ...{ product: "MIS", order_type: "MARKET", market_protection: -1 },
    });
  await fill("BUY");
  await fill("SELL");
  const { instruments, charges } = await readTrades(client, new AbortController().signal);
  const row = instruments.find(({ tradingsymbol, product }) => tradingsymbol === "ITC" && product === "MIS");
  expect(row).toMatchObject({ bought: { quantity: 10 }, sold: { quantity: 10 } });
  const { bought, sold, realised } = row ?? {};
  expect(realised).toBeCloseTo(10 * ((sold?.average_price ?? 0) - (bought?.average_price ?? 0)), 2);
  expect(row?.charges).toBeGreaterThan(0);
  expect(charges).toBeCloseTo(
    instruments.reduce((sum, one) => sum + one.charges, 0),
    1,
  );
});
