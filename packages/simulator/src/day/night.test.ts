import { afterEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { type Caller, signIn } from "../testing/caller.ts";
import { ist, startAt } from "../testing/stepped.ts";
import { equityNet, placed, type Row } from "../testing/trade.ts";

let simulator: Simulator;
let trader: Caller;
afterEach(() => simulator.close());

async function open(start = "2026-03-02 10:15", options: Parameters<typeof startAt>[1] = {}): Promise<void> {
  simulator = await startAt(start, options);
  simulator.setPrice("NSE:INFY", 1500);
  trader = await signIn(simulator);
}

/** Goes on to a time, and signs in where the night has ended the session. */
async function goTo(moment: string): Promise<void> {
  const { now } = (await trader.get("/simulator/clock")).body.data;
  simulator.advance(ist(moment) - now);
  if ((await trader.get("/user/profile")).status === 403) trader = await signIn(simulator);
}
const holding = async (tradingsymbol = "INFY"): Promise<Row> =>
  (await trader.get("/portfolio/holdings")).body.data.find((row: Row) => row.tradingsymbol === tradingsymbol);
const net = async (tradingsymbol: string): Promise<Row> =>
  (await trader.get("/portfolio/positions")).body.data.net.find((row: Row) => row.tradingsymbol === tradingsymbol);
const margins = async (segment = "equity"): Promise<Row> => (await trader.get(`/user/margins/${segment}`)).body.data;

/** Sets the price so that an order for one or a few is filled at exactly this one. */
async function fill(
  key: string,
  side: "BUY" | "SELL",
  quantity: number,
  rupees: number,
  product = "NRML",
  tick = 1,
): Promise<void> {
  simulator.setPrice(key, side === "BUY" ? rupees - tick : rupees + tick);
  const [exchange = "", tradingsymbol = ""] = key.split(":");
  await placed(trader, {
    exchange,
    tradingsymbol,
    product,
    transaction_type: side,
    quantity: String(quantity),
    price: String(rupees),
  });
}

describe("the night", () => {
  test("empties the books, and keeps what waits for the next opening", async () => {
    await open();
    await placed(trader, { price: "1510", product: "CNC" });
    await placed(trader, { price: "1400", product: "CNC" });
    await goTo("2026-03-02 18:00");
    const amo = await placed(trader, { price: "1400", product: "CNC" }, "amo");
    expect((await trader.get("/orders")).body.data).toHaveLength(3);
    await goTo("2026-03-03 00:00");
    expect((await trader.get("/orders")).body.data).toMatchObject([{ order_id: amo, status: "AMO REQ RECEIVED" }]);
    expect((await trader.get("/trades")).body.data).toEqual([]);
    // a holiday
    await goTo("2026-03-03 12:00");
    expect((await trader.get("/orders")).body.data).toMatchObject([{ order_id: amo, status: "AMO REQ RECEIVED" }]);
    await goTo("2026-03-04 10:00");
    expect((await trader.get("/orders")).body.data).toMatchObject([{ order_id: amo, status: "OPEN" }]);
  });

  test("shares that were bought are on their way the next day, and delivered when they are settled", async () => {
    // Monday, a holiday, and then ordinary days
    await open("2026-03-02 10:15");
    await fill("NSE:INFY", "BUY", 10, 1500, "CNC", 0.1);
    expect(await holding()).toBeUndefined();
    await goTo("2026-03-03 11:00");
    const onTheWay = { t1_quantity: 10, quantity: 0, realised_quantity: 0, opening_quantity: 10, average_price: 1500 };
    expect(await holding()).toMatchObject(onTheWay);
    expect(await net("INFY")).toBeUndefined();
    await goTo("2026-03-04 11:00");
    expect(await holding()).toMatchObject(onTheWay);
    await fill("NSE:INFY", "BUY", 30, 1520, "CNC", 0.1);
    await goTo("2026-03-05 11:00");
    expect(await holding()).toMatchObject({ t1_quantity: 30, quantity: 10, average_price: 1515 });
    await goTo("2026-03-06 11:00");
    expect(await holding()).toMatchObject({ t1_quantity: 0, quantity: 40, realised_quantity: 40 });
  });

  test("a purchase of Friday is delivered on Tuesday", async () => {
    await open("2026-03-06 11:00");
    await fill("NSE:INFY", "BUY", 10, 1500, "CNC", 0.1);
    for (const day of ["2026-03-07", "2026-03-08", "2026-03-09"]) {
      await goTo(`${day} 08:00`);
      expect([day, await holding()]).toMatchObject([day, { t1_quantity: 10, quantity: 0 }]);
    }
    await goTo("2026-03-10 08:00");
    expect(await holding()).toMatchObject({ t1_quantity: 0, quantity: 10 });
  });

  test("what is sold leaves the demat account, what came last first, and the money is there in the morning", async () => {
    await open();
    const before = await equityNet(trader);
    await fill("NSE:INFY", "BUY", 10, 1500, "CNC", 0.1);
    await goTo("2026-03-04 10:00");
    expect(await equityNet(trader)).toBe(before - 15_000);
    expect(await margins()).toMatchObject({
      utilised: { debits: 0, delivery: 0 },
      available: { cash: before - 15_000 },
    });
    await fill("NSE:INFY", "SELL", 4, 1600, "CNC", 0.1);
    expect(await holding()).toMatchObject({ used_quantity: 4, t1_quantity: 10 });
    // four fifths are there at once
    expect(await equityNet(trader)).toBeCloseTo(before - 15_000 + 0.8 * 6400, 6);
    await goTo("2026-03-05 10:00");
    expect(await holding()).toMatchObject({ used_quantity: 0, t1_quantity: 0, quantity: 6, average_price: 1500 });
    expect(await equityNet(trader)).toBe(before - 15_000 + 6400);
    expect(await net("INFY")).toBeUndefined();
  });

  test("the release of shares holds for one session, and starts anew", async () => {
    await open();
    await fill("NSE:INFY", "BUY", 10, 1500, "CNC", 0.1);
    await goTo("2026-03-06 10:00");
    const { isin } = await holding();
    const release = async (): Promise<void> => {
      const answer = await trader.form("POST", "/portfolio/holdings/authorise", { isin, quantity: "6" });
      const path = `/connect/portfolio/authorise/holdings/${simulator.apiKey}/${answer.body.data.request_id}`;
      await trader.fetch(path, { method: "POST", body: new URLSearchParams({ decision: "approve" }) });
    };
    await release();
    expect(await holding()).toMatchObject({ authorised_quantity: 6 });
    await fill("NSE:INFY", "SELL", 2, 1500, "CNC", 0.1);
    await goTo("2026-03-06 18:00");
    await release();
    expect(await holding()).toMatchObject({ authorised_quantity: 6, used_quantity: 2 });
    await goTo("2026-03-09 10:00");
    // given on Friday evening, for Saturday
    expect(await holding()).toMatchObject({ authorised_quantity: 0, used_quantity: 0, quantity: 8 });
  });

  test("financed shares are held with the broker's money, and sold without asking the depository", async () => {
    await open();
    const before = await equityNet(trader);
    await fill("NSE:INFY", "BUY", 10, 1500, "MTF", 0.1);
    expect(await equityNet(trader)).toBe(before - 3750);
    await goTo("2026-03-04 10:00");
    expect(await holding()).toMatchObject({ quantity: 0, mtf: { quantity: 10, value: 15_000, initial_margin: 3750 } });
    expect(await equityNet(trader)).toBe(before - 3750);
    await fill("NSE:INFY", "SELL", 10, 1600, "MTF", 0.1);
    expect(await holding()).toMatchObject({ mtf: { quantity: 10, used_quantity: 10 } });
    await goTo("2026-03-05 10:00");
    expect(await holding()).toBeUndefined();
    expect(await equityNet(trader)).toBe(before + 1000);
  });
});

describe("carried positions", () => {
  const guinea = "MCX:GOLDGUINEA26MARFUT";

  test("agree with the worked example of the reference: three carried, one bought, four sold", async () => {
    await open();
    await fill(guinea, "BUY", 3, 23_057);
    simulator.setPrice(guinea, 23_232);
    await goTo("2026-03-04 10:00");
    expect(await net("GOLDGUINEA26MARFUT")).toMatchObject({ quantity: 3, overnight_quantity: 3, close_price: 23_232 });
    await fill(guinea, "BUY", 1, 23_388);
    await fill(guinea, "SELL", 4, 23_340);
    expect(await net("GOLDGUINEA26MARFUT")).toMatchObject({
      quantity: 0,
      overnight_quantity: 3,
      average_price: 0,
      close_price: 23_232,
      buy_quantity: 4,
      buy_price: 23_139.75,
      buy_value: 92_559,
      buy_m2m: 93_084,
      sell_value: 93_360,
      sell_price: 23_340,
      value: 801,
      pnl: 801,
      m2m: 276,
      day_buy_quantity: 1,
      day_sell_quantity: 4,
    });
    const { day } = (await trader.get("/portfolio/positions")).body.data;
    simulator.setPrice(guinea, 23_355);
    const [row] = (await trader.get("/portfolio/positions")).body.data.day;
    expect(day).toHaveLength(1);
    expect(row).toMatchObject({ quantity: -3, average_price: 23_340, value: 69_972, pnl: -93 });
    await goTo("2026-03-05 10:00");
    expect(await net("GOLDGUINEA26MARFUT")).toBeUndefined();
  });

  test("futures are settled every evening: the money follows the price, and the row keeps its own", async () => {
    await open();
    const { available } = await margins("commodity");
    await fill(guinea, "BUY", 2, 23_000);
    simulator.setPrice(guinea, 23_100);
    await goTo("2026-03-04 10:00");
    const morning = await margins("commodity");
    expect(morning.available.cash).toBe(available.cash + 200);
    expect(await net("GOLDGUINEA26MARFUT")).toMatchObject({ average_price: 23_000, pnl: 200, m2m: 0 });
    simulator.setPrice(guinea, 22_900);
    await goTo("2026-03-05 10:00");
    expect((await margins("commodity")).available.cash).toBe(available.cash - 200);
    await fill(guinea, "SELL", 2, 22_950);
    const evening = await margins("commodity");
    expect(evening.utilised.m2m_realised).toBeCloseTo(-100, 6);
    expect(evening.net).toBe(available.cash - 100);
    await goTo("2026-03-06 10:00");
    expect(await margins("commodity")).toMatchObject({ net: available.cash - 100, utilised: { debits: 0 } });
  });

  test("shorts are carried as they are, and their margin is blocked again", async () => {
    await open();
    const { available } = await margins("commodity");
    await fill(guinea, "SELL", 2, 23_000);
    const { utilised } = await margins("commodity");
    await goTo("2026-03-04 10:00");
    expect(await net("GOLDGUINEA26MARFUT")).toMatchObject({
      quantity: -2,
      overnight_quantity: -2,
      average_price: 23_000,
      sell_quantity: 2,
      day_sell_quantity: 0,
    });
    const morning = await margins("commodity");
    expect(morning.utilised.span / utilised.span).toBeCloseTo(1, 3);
    expect(morning.available.cash).toBe(available.cash - 2);
  });

  test("the premium of an option is paid at night, and a sale brings all of it back", async () => {
    await open();
    const key = "NFO:NIFTY26MAR24500CE";
    const before = await equityNet(trader);
    await fill(key, "BUY", 65, 200, "NRML", 0.05);
    expect(await equityNet(trader)).toBe(before - 13_000);
    await goTo("2026-03-04 10:00");
    expect(await margins()).toMatchObject({ net: before - 13_000, utilised: { debits: 0, option_premium: 0 } });
    await fill(key, "SELL", 65, 240, "NRML", 0.05);
    expect(await equityNet(trader)).toBe(before + 2600);
    await goTo("2026-03-05 10:00");
    expect(await margins()).toMatchObject({ net: before + 2600, utilised: { debits: 0 } });
  });

  test("what has expired is settled in cash: a future at its last price, an option at what it is worth", async () => {
    // the last Tuesday of the month is a holiday
    await open("2026-03-30 10:15");
    const before = await equityNet(trader);
    const { instruments } = { instruments: (await (await trader.fetch("/instruments/NFO")).text()).split("\r\n") };
    expect(instruments.find((line) => line.includes(",NIFTY26MARFUT,"))).toContain("2026-03-30");
    simulator.setPrice("NSE:NIFTY 50", 24_600);
    const last = async (symbol: string): Promise<number> =>
      (await trader.get(`/quote/ltp?i=NFO:${symbol}`)).body.data[`NFO:${symbol}`].last_price;
    const call = "NIFTY26MAR24500CE";
    const put = "NIFTY26MAR24500PE";
    await fill("NFO:NIFTY26MARFUT", "BUY", 65, Math.round(await last("NIFTY26MARFUT")), "NRML", 0.1);
    await fill(`NFO:${call}`, "SELL", 65, Math.round(await last(call)), "NRML", 0.05);
    await fill(`NFO:${put}`, "BUY", 65, Math.round(await last(put)) + 1, "NRML", 0.05);
    const rows = (await trader.get("/portfolio/positions")).body.data.net;
    const paid = rows.reduce((sum: number, { value }: Row) => sum + value, 0);
    const settled: number[] = [];
    for (const symbol of ["NIFTY26MARFUT", call, put]) settled.push(await last(symbol));
    // the last prices were set by hand, and stand
    const [future = 0, written = 0, bought = 0] = settled;
    await goTo("2026-03-31 09:00");
    expect((await trader.get("/portfolio/positions")).body.data.net).toEqual([]);
    expect(await equityNet(trader)).toBeCloseTo(before + paid + 65 * (future - written + bought), 2);
    expect((await margins()).utilised.debits).toBe(0);
  });
});

test("a GTT ends after a year, and an alert goes on", async () => {
  await open("2026-03-02 16:00");
  const condition = { exchange: "NSE", tradingsymbol: "INFY", trigger_values: [700], last_price: 1500 };
  const order = { exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: 1, price: 700 };
  const orders = [{ ...order, order_type: "LIMIT", product: "CNC" }];
  const form = { type: "single", condition: JSON.stringify(condition), orders: JSON.stringify(orders) };
  const { trigger_id } = (await trader.form("POST", "/gtt/triggers", form)).body.data;
  simulator.setTime("2027-03-02 15:59:59");
  trader = await signIn(simulator);
  const status = async (): Promise<Row> => (await trader.get(`/gtt/triggers/${trigger_id}`)).body.data.status;
  expect(await status()).toBe("active");
  simulator.advance("1s");
  expect(await status()).toBe("expired");
});
