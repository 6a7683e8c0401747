import type { TradeWire } from "@kite/models";
import type { Answer, ReceivedRequest } from "@kite/testing";
import { expect, test } from "vitest";
import { charges, completeWire, tradeWire } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { getTradesWithPnl } from "./get-trades-with-pnl.ts";

const fill = (order_id: string, odd: Partial<TradeWire>): TradeWire => ({ ...tradeWire, order_id, ...odd });
/** Two fills of one purchase, a sale, and a purchase of something else. */
const trades = [
  fill("1", { quantity: 1, average_price: 100 }),
  fill("1", { quantity: 2, average_price: 100.3 }),
  fill("2", { quantity: 3, average_price: 101, transaction_type: "SELL" }),
  fill("3", { quantity: 5, average_price: 50.05, tradingsymbol: "ITC" }),
];
const book = [
  { ...completeWire, order_id: "1", order_type: "MARKET" },
  { ...completeWire, order_id: "2", variety: "amo" },
];
const totals = [10, 20.5, 3.25];

/** Answers a contract note with one row for each order asked for. */
function account(change: (notes: object[]) => unknown = (notes) => notes) {
  return ({ path, body }: ReceivedRequest): Answer => {
    if (path === "/trades") return succeeding(trades);
    if (path === "/orders") return succeeding(book);
    const asked: { average_price: number }[] = JSON.parse(body);
    const notes = asked.map(({ average_price, ...order }, index) => ({
      ...order,
      ...{ price: average_price, charges: { ...charges, total: totals[index] ?? 0 } },
    }));
    return succeeding(change(notes));
  };
}

test("computes the gains of the day's trades, from one request", async () => {
  const { kite, server, warnings } = await serving(account());
  const { realised, instruments, ...report } = await getTradesWithPnl(kite);
  expect(realised).toEqual({ fifo: 2.4, average: 2.4 });
  expect(instruments.map(({ tradingsymbol, open_quantity }) => [tradingsymbol, open_quantity])).toEqual([
    ["SBIN", 0],
    ["ITC", 5],
  ]);
  expect(report).toEqual({ withoutMultiplier: [], leftOut: [] });
  expect(server.requests.map(({ path }) => path)).toEqual(["/trades"]);
  expect(warnings).toEqual([]);
});

test("asks for the charges of each order once, all of its fills together, and adds them up by instrument", async () => {
  const { kite, server } = await serving(account());
  const report = await getTradesWithPnl(kite, { charges: true });
  expect(report.charges).toBe(33.75);
  expect(report.instruments.map(({ charges }) => charges)).toEqual([30.5, 3.25]);
  expect(report.realised).toEqual({ fifo: 2.4, average: 2.4 });
  const common = { exchange: "NSE", product: "CNC" };
  expect(JSON.parse(server.requests.at(-1)?.body ?? "")).toEqual([
    {
      ...{ ...common, order_id: "1", tradingsymbol: "SBIN", transaction_type: "BUY", quantity: 3 },
      ...{ average_price: 100.2, variety: "regular", order_type: "MARKET" },
    },
    {
      ...{ ...common, order_id: "2", tradingsymbol: "SBIN", transaction_type: "SELL", quantity: 3 },
      ...{ average_price: 101, variety: "amo", order_type: "LIMIT" },
    },
    {
      ...{ ...common, order_id: "3", tradingsymbol: "ITC", transaction_type: "BUY", quantity: 5 },
      ...{ average_price: 50.05, variety: "regular", order_type: "LIMIT" },
    },
  ]);
});

test.each<[what: string, change: (notes: object[]) => unknown]>([
  ["fewer rows", (notes) => notes.slice(1)],
  ["rows in another order", (notes) => notes.toReversed()],
  ["sides that changed places", ([buy, sale, ...others]) => [sale, buy, ...others]],
  ["a row without charges", ([first, ...others]) => [{ ...first, charges: undefined }, ...others]],
  ["no list", () => null],
])("does not put charges on the wrong orders: %s", async (_, change) => {
  const { kite } = await serving(account(change));
  expect(await caught(getTradesWithPnl(kite, { charges: true }))).toMatchObject({
    code: "MalformedAnswer",
    endpoint: "getContractNote",
  });
});

test("a day without trades has no charges, and asks for none", async () => {
  const { kite, server } = await serving([succeeding([])]);
  expect(await getTradesWithPnl(kite, { charges: true })).toEqual({
    ...{ instruments: [], withoutMultiplier: [], leftOut: [], charges: 0 },
    realised: { fifo: 0, average: 0 },
  });
  expect(server.requests).toHaveLength(1);
});

test("takes multipliers and what was carried in", async () => {
  const lots = { exchange: "MCX", tradingsymbol: "LEADMINI26DECFUT", product: "NRML" };
  const sale = fill("1", { ...lots, transaction_type: "SELL", quantity: 1, average_price: 181.05 });
  const { kite } = await serving([succeeding([sale])]);
  const { realised } = await getTradesWithPnl(kite, {
    multipliers: { "MCX:LEADMINI26DECFUT": 1000 },
    carried: [{ ...lots, quantity: 1, average_price: 180.5 }],
  });
  expect(realised).toEqual({ fifo: 550, average: 550 });
});

test("hands on an error, and takes the caller's options", async () => {
  const { kite } = await serving([failing(503, "NetworkException", "Upstream is down"), { fault: "hang" }]);
  expect(await caught(getTradesWithPnl(kite))).toMatchObject({ endpoint: "getTrades", status: 503 });
  expect(await caught(getTradesWithPnl(kite, {}, { timeout: 30 }))).toMatchObject({ code: "Timeout" });
});
