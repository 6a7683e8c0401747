import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { refused } from "../testing/refused.ts";
import { cashUser, equityNet, orderOf, place, placed, type Row, statuses, TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS });
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
});
afterEach(() => simulator.close());

const holding = async (tradingsymbol: string): Promise<Row> =>
  (await trader.get("/portfolio/holdings")).body.data.find((row: Row) => row.tradingsymbol === tradingsymbol);

/** Releases shares for sale, as their owner does on the page of the depository. */
async function release(isin: string, quantity: number): Promise<void> {
  const form = { isin, quantity: String(quantity) };
  const { request_id } = (await trader.form("POST", "/portfolio/holdings/authorise", form)).body.data;
  const page = `/connect/portfolio/authorise/holdings/${simulator.apiKey}/${request_id}`;
  await trader.fetch(page, { method: "POST", body: new URLSearchParams({ decision: "approve" }) });
}

describe("the day so far", () => {
  test("every trade of the morning has its order, and positions and trades agree", async () => {
    const orders: Row[] = (await trader.get("/orders")).body.data;
    const trades: Row[] = (await trader.get("/trades")).body.data;
    const { day } = (await trader.get("/portfolio/positions")).body.data;
    expect(trades.length).toBeGreaterThan(0);
    expect(orders.map((row) => row.order_id)).toEqual(trades.map((row) => row.order_id));
    for (const row of day) {
      const own = trades.filter((trade) => trade.tradingsymbol === row.tradingsymbol && trade.product === row.product);
      const bought = own.filter((trade) => trade.transaction_type === "BUY");
      expect(row.day_buy_quantity).toBe(bought.reduce((sum, trade) => sum + trade.quantity, 0));
      expect(row.day_sell_quantity).toBe(own.reduce((sum, trade) => sum + trade.quantity, 0) - row.day_buy_quantity);
    }
  });
});

describe("selling what is held", () => {
  const sale = { product: "CNC", transaction_type: "SELL", price: "1490", quantity: "3" };

  test("needs the depository's consent, and then takes the shares out of the holdings", async () => {
    const { isin, quantity } = await holding("INFY");
    expect(await place(trader, sale)).toEqual(
      refused(428, "HoldingException", "3 quantity needs authorisation at depository."),
    );
    await release(isin, 2);
    expect(await place(trader, sale)).toEqual(
      refused(428, "HoldingException", "1 quantity needs authorisation at depository."),
    );
    await release(isin, 1);
    const net = await equityNet(trader);
    const order_id = await placed(trader, sale);
    expect(await orderOf(trader, order_id)).toMatchObject({ status: "COMPLETE", average_price: 1499.9 });
    expect(await holding("INFY")).toMatchObject({ used_quantity: 3, quantity: quantity - 3 });
    // four fifths of the proceeds can be spent at once
    expect(await equityNet(trader)).toBeCloseTo(net + 0.8 * 3 * 1499.9, 6);
    expect((await place(trader, { ...sale, quantity: "1" })).status).toBe(428);
  });

  test("open offers count, and a cancelled one no longer does", async () => {
    const { isin, quantity } = await holding("INFY");
    await release(isin, quantity);
    const all = { ...sale, price: "1600", quantity: String(quantity) };
    const order_id = await placed(trader, all);
    const { status, body } = await place(trader, { ...all, quantity: "1" });
    expect([status, body.error_type]).toEqual([400, "HoldingException"]);
    await trader.send(`/orders/regular/${order_id}`, { method: "DELETE" });
    expect((await place(trader, { ...all, quantity: "1" })).status).toBe(200);
  });

  test("shares of the day and of the day before need no consent", async () => {
    await placed(trader, { product: "CNC", price: "1510", quantity: "2" });
    expect((await place(trader, { ...sale, quantity: "2" })).status).toBe(200);
    expect(await holding("INFY")).toMatchObject({ used_quantity: 0 });
    const { isin, t1_quantity, last_price } = await holding("HDFCBANK");
    const young = { ...sale, tradingsymbol: "HDFCBANK", price: String(last_price), quantity: String(t1_quantity) };
    await placed(trader, young);
    expect((await place(trader, { ...young, quantity: "1" })).status).toBe(428);
    simulator.setPrice("NSE:HDFCBANK", last_price + 1);
    expect(await holding("HDFCBANK")).toMatchObject({ used_quantity: t1_quantity });
    expect((await place(trader, { ...young, quantity: "1" })).status).toBe(428);
    await release(isin, 1);
    expect((await place(trader, { ...young, quantity: "1" })).status).toBe(200);
  });

  test("an auction takes an offer of what is held, under the number of the auction", async () => {
    const [auction] = (await trader.get("/portfolio/holdings/auctions")).body.data;
    const { isin, last_price } = await holding("ASHOKLEY");
    await release(isin, 1);
    const offer = { ...sale, tradingsymbol: "ASHOKLEY", price: String(last_price), quantity: "1" };
    const { auction_number } = auction;
    const order_id = await placed(trader, { ...offer, auction_number }, "auction");
    const row = await orderOf(trader, order_id);
    expect(row).toMatchObject({ status: "OPEN", variety: "auction", auction_number, pending_quantity: 1 });
    expect(row.instrument_token).not.toBe(auction.instrument_token);
    await trader.send(`/orders/auction/${order_id}`, { method: "DELETE" });
    expect(await orderOf(trader, order_id)).toMatchObject({
      status: "CANCELLED",
      pending_quantity: 1,
      cancelled_quantity: 0,
    });
    const wrong = refused(400, "InputException", "Invalid `auction_number`.");
    expect(await place(trader, offer, "auction")).toEqual(wrong);
    expect(await place(trader, { ...offer, auction_number: "99" }, "auction")).toEqual(wrong);
    const buy = { ...offer, auction_number, transaction_type: "BUY" };
    expect(await place(trader, buy, "auction")).toEqual(refused(400, "InputException", "Invalid `transaction_type`."));
  });
});

describe("options of the simulator", () => {
  test("allowedAddresses keeps order entry, and nothing else, to some addresses", async () => {
    await using closed = await startSimulator({ users: [cashUser], allowedAddresses: ["192.0.2.1"] });
    const caller = await signIn(closed);
    const { status, body } = await place(caller);
    expect([status, body.error_type]).toEqual([403, "PermissionException"]);
    expect(body.message).toMatch(/^IP \(127\.0\.0\.1\) is not allowed to place orders for this app\./);
    expect((await caller.form("PUT", "/orders/regular/1", {})).status).toBe(403);
    expect((await caller.send("/orders/regular/1", { method: "DELETE" })).status).toBe(403);
    expect((await caller.get("/orders")).status).toBe(200);
    await using open = await startSimulator({ users: [cashUser], allowedAddresses: ["127.0.0.1"] });
    expect((await (await signIn(open)).form("PUT", "/orders/regular/1", {})).status).toBe(404);
  });

  test("insufficientFunds: book takes the order and rejects it there, with all quantities at zero", async () => {
    const options = { seed: 7, clock: () => TRADING_HOURS, users: [cashUser], insufficientFunds: "book" } as const;
    await using lenient = await startSimulator(options);
    lenient.setPrice("NSE:INFY", 1500);
    const caller = await signIn(lenient);
    const net = await equityNet(caller);
    const order_id = await placed(caller, { product: "CNC", quantity: "2000", price: "1400" });
    const message = "Insufficient funds. Required margin is 2800000.00 but available margin is 1000000.00.";
    expect(await orderOf(caller, order_id)).toMatchObject({
      status: "REJECTED",
      status_message: message,
      status_message_raw: `RMS:${message}`,
      exchange_order_id: null,
      exchange_timestamp: null,
      filled_quantity: 0,
      pending_quantity: 0,
      cancelled_quantity: 0,
    });
    expect(await statuses(caller, order_id)).toEqual(["PUT ORDER REQ RECEIVED", "VALIDATION PENDING", "REJECTED"]);
    expect(await equityNet(caller)).toBe(net);
  });

  test.each([
    ["orderDelayMs", { orderDelayMs: -1 }],
    ["postbackUrl", { postbackUrl: "ftp://example.com" }],
  ])("%s has to make sense", async (name, options) => {
    await expect(startSimulator(options)).rejects.toThrow(name);
  });
});
