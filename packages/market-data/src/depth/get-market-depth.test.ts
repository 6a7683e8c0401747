import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { infy, infyWire, niftyWire } from "../testing/quotes.ts";
import { failing, serving, succeeding } from "../testing/serving.ts";
import { getMarketDepth } from "./get-market-depth.ts";
import { summarizeDepth } from "./summarize-depth.ts";

test("fetches the quote once and gives its book", async () => {
  const { kite, server } = await serving(succeeding({ "NSE:INFY": infyWire }));
  expect(await getMarketDepth(kite, "NSE:INFY")).toEqual({
    instrument_token: 408065,
    timestamp: infy.timestamp,
    last_price: 1412.95,
    buy_quantity: 1903,
    sell_quantity: 740,
    ...summarizeDepth(infy.depth),
  });
  expect(server.requests).toMatchObject([{ path: "/quote", query: [["i", "NSE:INFY"]] }]);
});

test("an index has a book without rows, an unknown instrument has none", async () => {
  const { kite } = await serving(succeeding({ "NSE:NIFTY 50": niftyWire }));
  const nifty = await getMarketDepth(kite, "NSE:NIFTY 50");
  expect(nifty).toMatchObject({ last_price: 24853.15, bids: [], asks: [], mid: null });
  expect(nifty).not.toHaveProperty("buy_quantity");
  expect(await getMarketDepth(kite, "NSE:GONE")).toBeNull();
});

test("refuses what is no key, and hands on errors and the caller's options", async () => {
  const { kite, server } = await serving(failing(503, "NetworkException", "down"));
  expect((await caught(getMarketDepth(kite, ""))).message).toMatch(/^getMarketDepth: instrument: /);
  expect((await caught(getMarketDepth(kite, "INFY"))).code).toBe("InvalidInput");
  expect(server.requests).toEqual([]);
  expect(await caught(getMarketDepth(kite, "NSE:INFY"))).toMatchObject({ status: 503 });
  const { kite: slow } = await serving({ fault: "hang" });
  expect(await caught(getMarketDepth(slow, "NSE:INFY", { timeout: 30 }))).toMatchObject({ code: "Timeout" });
});
