import { expect, test, vi } from "vitest";
import { SimulatedMarket } from "../market/market.ts";
import { startSimulator } from "../start.ts";
import { signIn } from "../testing/caller.ts";
import { cashUser, placed, statuses, TRADING_HOURS } from "../testing/trade.ts";
import type { Order } from "./order.ts";
import { OrderBook } from "./order-book.ts";

const order = (order_id: string, status: Order["status"]): Order => ({ order_id, status }) as Order;

test("knows its orders by id and in the order they came", () => {
  const [first, second] = [order("2", "OPEN"), order("1", "COMPLETE")];
  const book = new OrderBook([first]);
  book.add(second);
  expect(book.all).toEqual([first, second]);
  expect(book.find("1")).toBe(second);
  expect(book.find("3")).toBeUndefined();
});

test("tells which of them are live, and keeps that apart from what comes later", () => {
  const orders = ["OPEN", "COMPLETE", "TRIGGER PENDING", "CANCELLED", "AMO REQ RECEIVED", "REJECTED"] as const;
  const book = new OrderBook(orders.map((status) => order(status, status)));
  const live = book.live();
  expect(live.map(({ status }) => status)).toEqual(["OPEN", "TRIGGER PENDING", "AMO REQ RECEIVED"]);
  for (const one of live) one.status = "CANCELLED";
  book.add(order("new", "OPEN"));
  expect(live).toHaveLength(3);
  expect(book.live().map(({ order_id }) => order_id)).toEqual(["new"]);
});

test("however many orders rest, a request asks the market once about each instrument", async () => {
  await using simulator = await startSimulator({ clock: () => TRADING_HOURS, users: [cashUser] });
  const trader = await signIn(simulator);
  for (const tradingsymbol of ["INFY", "SBIN"]) {
    for (let count = 0; count < 10; count += 1) {
      const quote = (await trader.get(`/quote/ltp?i=NSE:${tradingsymbol}`)).body.data[`NSE:${tradingsymbol}`];
      const price = String(Math.floor(quote.last_price * 0.98));
      const order_id = await placed(trader, { tradingsymbol, quantity: "1", price });
      expect((await statuses(trader, order_id)).at(-1)).toBe("OPEN");
    }
  }
  const quote = vi.spyOn(SimulatedMarket.prototype, "quote");
  await trader.get("/orders");
  expect(quote).toHaveBeenCalledTimes(2);
  quote.mockRestore();
});
