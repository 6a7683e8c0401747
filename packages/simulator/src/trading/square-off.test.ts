import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Simulator } from "../simulator.ts";
import { type Caller, sha256, signIn } from "../testing/caller.ts";
import { refused } from "../testing/refused.ts";
import { startAt } from "../testing/stepped.ts";
import { equityNet, orderOf, place, placed, type Row, statuses } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
let receiver: Server | undefined;
afterEach(async () => {
  await simulator.close();
  receiver?.close();
  receiver = undefined;
});

async function open(start = "2026-03-02 14:00", options: Parameters<typeof startAt>[1] = {}): Promise<void> {
  simulator = await startAt(start, options);
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
}
const positionOf = async (product: string): Promise<Row> =>
  (await trader.get("/portfolio/positions")).body.data.net.find((row: Row) => row.product === product);
const byHouse = (): Row[] => simulator.orders().filter(({ placed_by }) => placed_by !== "CASH01");

describe("at the cut-off", () => {
  test("intraday positions are closed by orders of the house, which stand in the book with their past", async () => {
    await open();
    await placed(trader, { price: "1510", quantity: "10" });
    await placed(trader, { price: "1490", quantity: "4", product: "CNC", transaction_type: "BUY" });
    simulator.advance("15:19:59");
    expect(await positionOf("MIS")).toMatchObject({ quantity: 10 });
    expect(byHouse()).toEqual([]);
    simulator.advance("1s");
    expect(await positionOf("MIS")).toMatchObject({ quantity: 0, buy_quantity: 10, sell_quantity: 10 });
    const [order, ...others] = byHouse();
    expect(others).toEqual([]);
    expect(order).toMatchObject({
      placed_by: "RMS",
      account_id: "CASH01",
      status: "COMPLETE",
      product: "MIS",
      transaction_type: "SELL",
      quantity: 10,
      filled_quantity: 10,
      order_timestamp: "2026-03-02 15:20:00",
      exchange_update_timestamp: "2026-03-02 15:20:00",
      tags: ["mktp", "mktp:0.50"],
    });
    expect(await statuses(trader, order.order_id)).toEqual([
      "PUT ORDER REQ RECEIVED",
      "VALIDATION PENDING",
      "OPEN PENDING",
      "OPEN",
      "COMPLETE",
    ]);
    expect((await trader.get(`/orders/${order.order_id}/trades`)).body.data).toHaveLength(1);
    const { net } = (await trader.get("/portfolio/positions")).body.data;
    expect(net.find((row: Row) => row.product === "MIS").pnl).toBeCloseTo(
      10 * (order.average_price - net[0].buy_price),
      6,
    );
  });

  test("open intraday orders go, and orders for delivery stay until the close", async () => {
    await open();
    const intraday = await placed(trader, { price: "1400" });
    const delivery = await placed(trader, { price: "1400", product: "CNC" });
    simulator.advance("15:20");
    expect(await orderOf(trader, intraday)).toMatchObject({ status: "CANCELLED", cancelled_quantity: 10 });
    expect(await orderOf(trader, delivery)).toMatchObject({ status: "OPEN" });
    simulator.advance("15:30");
    expect(await orderOf(trader, delivery)).toMatchObject({ status: "CANCELLED" });
    expect(byHouse()).toEqual([]);
  });

  test("both legs of a cover order end: the first is withdrawn, the second goes at the market", async () => {
    await open();
    const filled = await placed(trader, { price: "1510", trigger_price: "1420" }, "co");
    const waiting = await placed(trader, { price: "1450", trigger_price: "1420" }, "co");
    simulator.advance("15:20");
    expect(await orderOf(trader, waiting)).toMatchObject({ status: "CANCELLED" });
    const legs = simulator.orders().filter(({ parent_order_id }) => parent_order_id === filled);
    expect(legs).toMatchObject([{ status: "COMPLETE", transaction_type: "SELL", placed_by: "CASH01", product: "CO" }]);
    expect(await positionOf("CO")).toMatchObject({ quantity: 0 });
    expect(byHouse()).toEqual([]);
  });

  test("what the book cannot take at once is asked for again every minute", async () => {
    await open();
    // more than five levels hold
    simulator.setPrice("NSE:INFY", 100);
    for (let count = 0; count < 10; count += 1) {
      await placed(trader, { price: "101", quantity: "4000", product: "MIS" });
      simulator.advance("5m");
    }
    const { quantity } = await positionOf("MIS");
    expect(quantity).toBeGreaterThan(30_000);
    simulator.advance("15:20");
    const left = (await positionOf("MIS")).quantity;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(quantity);
    simulator.advance("15:30");
    expect(await positionOf("MIS")).toMatchObject({ quantity: 0 });
    expect(byHouse().reduce((sum, { filled_quantity }) => sum + filled_quantity, 0)).toBe(quantity);
  });

  test("contracts have cut-offs of their own", async () => {
    await open();
    const month = "26MARFUT";
    const contracts = [
      ["NFO", `NIFTY${month}`, "65", "15:25"],
      ["CDS", `USDINR${month}`, "1", "16:45"],
      ["MCX", `GOLDGUINEA${month}`, "1", "23:30"],
    ] as const;
    for (const [exchange, tradingsymbol, quantity] of contracts) {
      const key = `${exchange}:${tradingsymbol}`;
      const { depth } = (await trader.get(`/quote?i=${key}`)).body.data[key];
      const price = String(depth.sell[0].price);
      await placed(trader, { exchange, tradingsymbol, quantity, price, product: "MIS" });
    }
    for (const [exchange, tradingsymbol, , time] of contracts) {
      const quantity = async (): Promise<number> =>
        (await trader.get("/portfolio/positions")).body.data.net.find((row: Row) => row.tradingsymbol === tradingsymbol)
          .quantity;
      simulator.setTime(Date.parse(`2026-03-02T${time}+05:30`) - 1);
      expect([exchange, await quantity()]).not.toEqual([exchange, 0]);
      simulator.advance(1);
      expect([exchange, await quantity()]).toEqual([exchange, 0]);
    }
  });

  test("postbacks with a true checksum tell of the user's orders, and of none of the house, which used no app", async () => {
    const received: Row[] = [];
    receiver = createServer(async (request, response) => {
      let text = "";
      for await (const chunk of request) text += chunk;
      received.push(JSON.parse(text));
      response.end();
    });
    await new Promise<void>((resolve) => receiver?.listen(0, "127.0.0.1", resolve));
    const postbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    await open("2026-03-02 08:30", { postbackUrl });
    const amo = await placed(trader, { price: "1510", product: "MIS" }, "amo");
    simulator.advance("09:30");
    const resting = await placed(trader, { price: "1400", product: "CNC" });
    simulator.advance("6h30m");
    await vi.waitFor(() => expect(received).toHaveLength(2));
    expect(byHouse()).toMatchObject([{ status: "COMPLETE" }]);
    const told = new Map(received.map((row) => [row.order_id, row.status]));
    expect(told.get(amo)).toBe("COMPLETE");
    expect(told.get(resting)).toBe("CANCELLED");
    for (const { checksum, order_id, order_timestamp } of received) {
      expect(checksum).toBe(sha256(order_id, order_timestamp, simulator.apiSecret));
    }
  });
});

describe("after the cut-off", () => {
  test("nothing new can be opened for the day, by an order or by a conversion", async () => {
    await open();
    await placed(trader, { price: "1510", product: "CNC" });
    simulator.advance("15:20");
    expect(await place(trader, { price: "1500" })).toEqual(
      refused(400, "InputException", expect.stringContaining("Intraday orders (MIS) are allowed only till")),
    );
    const wish = {
      exchange: "NSE",
      tradingsymbol: "INFY",
      transaction_type: "BUY",
      position_type: "day",
      quantity: "5",
    };
    const answer = await trader.form("PUT", "/portfolio/positions", {
      ...wish,
      old_product: "CNC",
      new_product: "MIS",
    });
    expect(answer).toMatchObject({ status: 400, body: { error_type: "InputException" } });
    expect(await positionOf("MIS")).toBeUndefined();
  });
});

test("where the market never closes, intraday positions live until the end of the day", async () => {
  await open("2026-03-02 14:00", { marketHours: "always" });
  const before = await equityNet(trader);
  await placed(trader, { price: "1510" });
  const { buy_price } = await positionOf("MIS");
  simulator.advance("23:59:59");
  expect(await positionOf("MIS")).toMatchObject({ quantity: 10 });
  simulator.advance("1s");
  expect(await positionOf("MIS")).toBeUndefined();
  expect(simulator.orders()).toEqual([]);
  expect(await equityNet(trader)).toBeCloseTo(before + 10 * (1500 - buy_price), 6);
});
