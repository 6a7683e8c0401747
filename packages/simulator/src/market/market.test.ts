import { describe, expect, test } from "vitest";
import { Clock } from "../clock.ts";
import { istTimestamp } from "../ist.ts";
import { type Instrument, isEquity, isIndex, isOnTick } from "./instrument.ts";
import { SimulatedMarket } from "./market.ts";
import type { Quote } from "./quote.ts";

/** A market and the hands on its clock. */
function marketAt(time: string, seed = 7) {
  const clock = new Clock(() => 0);
  const set = (text: string): void => clock.set(Date.parse(`${text.replace(" ", "T")}+05:30`));
  set(time);
  const market = new SimulatedMarket(seed, clock, "NFO:NIFTY26APR25500CE");
  const of = (key: string): Instrument => {
    const instrument = market.findByKey(key);
    if (!instrument) throw new Error(`${key} is missing`);
    return instrument;
  };
  return { market, set, of };
}

/** What is wrong with a quote, by name. */
function faultsOf(instrument: Instrument, quote: Quote): string[] {
  const { last_price: last, lower_circuit_limit: lower, upper_circuit_limit: upper, ohlc, depth } = quote;
  const { lot_size, exchange } = instrument;
  const bids = depth.buy.filter(({ quantity }) => quantity > 0);
  const offers = depth.sell.filter(({ quantity }) => quantity > 0);
  const levels = [...bids].reverse().concat(offers);
  const prices = levels.map(({ price }) => price);
  const index = isIndex(instrument);
  const nobody = { price: 0, quantity: 0, orders: 0 };
  const checks = {
    grid: [last, lower, upper, ...Object.values(ohlc), ...prices].every((price) => isOnTick(instrument, price)),
    band: [last, ...prices].every((price) => price > 0 && price >= lower && price <= upper),
    order: prices.every((price, place) => price > (prices[place - 1] ?? 0)),
    middle: (bids[0]?.price ?? 0) < last && (index || (offers[0]?.price ?? 0) > last),
    best: depth.buy.indexOf(bids[0] ?? nobody) <= 0 && depth.sell.indexOf(offers[0] ?? nobody) <= 0,
    five: depth.buy.length === 5 && depth.sell.length === 5,
    levels: levels.every(({ quantity, orders }) => quantity % lot_size === 0 && orders >= 1 && orders <= quantity),
    totals: quote.sell_quantity >= offers.reduce((sum, { quantity }) => sum + quantity, 0),
    lots: [quote.volume, quote.last_quantity, quote.oi].every((quantity) => quantity % lot_size === 0),
    interest: quote.oi >= quote.oi_day_low && quote.oi <= quote.oi_day_high,
    none: isEquity(exchange) ? quote.oi_day_high === 0 : quote.oi_day_high > 0,
    index: !index || (quote.volume === 0 && levels.length === 0),
  };
  return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]));
}

describe("looking up", () => {
  test("finds by name and token what is listed today, and nothing else", () => {
    const { market, set } = marketAt("2026-03-30 12:00:00");
    const future = market.find("NFO", "NIFTY26MARFUT");
    expect(future).toMatchObject({ exchange: "NFO", lot_size: 65, freezeQuantity: 1800, expiry: "2026-03-30" });
    expect(market.byToken(future?.instrument_token ?? 0)).toBe(future);
    expect(market.byToken(408_065)?.tradingsymbol).toBe("INFY");
    expect(market.find("NSE", "infy")).toBeUndefined();
    expect(market.byToken(1)).toBeUndefined();
    set("2026-03-31 00:00:00");
    expect(market.find("NFO", "NIFTY26MARFUT")).toBeUndefined();
    expect(market.instrument("NFO", "NIFTY26MARFUT")).toBe(future);
    expect(() => market.instrument("NSE", "NOSUCH")).toThrow("NSE:NOSUCH is not listed");
  });

  test("has the freeze quantities and lots that the reference knows", () => {
    const { of } = marketAt("2026-03-02 12:00:00");
    const sizes: Record<string, number> = { NIFTY: 1800, BANKNIFTY: 600, MIDCPNIFTY: 2800, NIFTYNXT50: 600 };
    for (const [name, size] of Object.entries(sizes)) expect(of(`NFO:${name}26APRFUT`).freezeQuantity).toBe(size);
    expect(of("BFO:SENSEX26APRFUT").freezeQuantity).toBe(1000);
    expect(of("BFO:BANKEX26APRFUT").freezeQuantity).toBe(900);
    expect(of("MCX:LEADMINI26APRFUT")).toMatchObject({ lot_size: 1, multiplier: 1000 });
    expect(of("CDS:USDINR26APRFUT")).toMatchObject({ lot_size: 1, multiplier: 1000, tick: 0.25 });
  });
});

describe("a quote", () => {
  test("lies on the tick grid, inside the band, between the best bid and offer, whatever it is of", () => {
    const { market } = marketAt("2026-03-02 11:07:42");
    // every segment and kind, cheap and dear, near and far options
    const sample = market.list().filter((_, index) => index % 5 === 0 || index < 90);
    const faults = sample.flatMap((instrument) => {
      const wrong = faultsOf(instrument, market.quote(instrument));
      return wrong.length === 0 ? [] : [[instrument.tradingsymbol, ...wrong]];
    });
    expect(faults).toEqual([]);
    expect(new Set(sample.map(({ segment }) => segment)).size).toBe(12);
  });

  test("of a share stays inside a band around its previous close", () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { market } = marketAt("2026-07-08 15:20:00", seed);
      for (const instrument of market.list().filter(({ segment }) => segment === "NSE" || segment === "BSE")) {
        const { ohlc, lower_circuit_limit, upper_circuit_limit } = market.quote(instrument);
        if (ohlc.close === 0) continue; // its first day
        const reach = /-[A-Z]\w$/.test(instrument.tradingsymbol) ? 0.05 : 0.2;
        const ticks = (rupees: number): number => (rupees * 100) / instrument.tick;
        const [below, above] = [
          ticks(lower_circuit_limit - ohlc.close * (1 - reach)),
          ticks(ohlc.close * (1 + reach) - upper_circuit_limit),
        ];
        // rounded towards the middle, by less than a tick
        expect(Math.min(below, above), instrument.tradingsymbol).toBeGreaterThan(-1e-6);
        expect(Math.max(below, above), instrument.tradingsymbol).toBeLessThan(1 + 1e-6);
        if (ohlc.high > 0) expect(ohlc.high <= upper_circuit_limit && ohlc.low >= lower_circuit_limit).toBe(true);
      }
    }
  });

  test("stands as the session left it when the market is closed", () => {
    const { market, set, of } = marketAt("2026-02-27 15:29:59");
    const infy = of("NSE:INFY");
    const { timestamp, last_trade_time, ...before } = market.quote(infy);
    for (const later of ["2026-02-27 15:30:00", "2026-02-28 12:00:00", "2026-03-02 09:14:59"]) {
      set(later);
      expect(market.isOpen(infy)).toBe(false);
      expect(market.quote(infy)).toMatchObject(before);
      expect(istTimestamp(market.quote(infy).timestamp)).toBe("2026-02-27 15:30:00");
    }
    set("2026-03-02 09:15:00");
    expect(market.isOpen(infy)).toBe(true);
    expect(market.quote(infy).ohlc.close).toBe(before.last_price);
    expect(istTimestamp(market.quote(infy).timestamp)).toBe("2026-03-02 09:15:00");
    expect(istTimestamp(last_trade_time ?? 0)).toMatch(/^2026-02-27 15:29:/);
  });

  test("moves during the day and grows in volume", () => {
    const { market, set, of } = marketAt("2026-03-02 10:00:00");
    const morning = market.quote(of("NSE:INFY"));
    set("2026-03-02 14:00:00");
    const afternoon = market.quote(of("NSE:INFY"));
    expect(afternoon.volume).toBeGreaterThan(morning.volume);
    expect(afternoon.ohlc.high).toBeGreaterThanOrEqual(morning.ohlc.high);
    expect(afternoon.last_price).not.toBe(morning.last_price);
    expect(afternoon.ohlc.open).toBe(morning.ohlc.open);
  });

  test("of something new has no previous close, and an open interest that began at 0", () => {
    const { market, set, of } = marketAt("2026-03-02 10:00:00");
    expect(market.quote(of("NSE:SIMLIST")).ohlc).toMatchObject({ close: 0 });
    expect(market.quote(of("NFO:NIFTY26APR25500CE"))).toMatchObject({ ohlc: { close: 0 }, oi_day_low: 0 });
    set("2026-03-04 10:00:00");
    expect(market.quote(of("NSE:SIMLIST")).ohlc.close).toBeGreaterThan(0);
  });

  test("of something that has not traded today has no open, and the last price of an earlier day", () => {
    const { market, of } = marketAt("2026-03-02 09:16:00");
    const quote = market.quote(of("NSE:OLDPAPER-BZ"));
    expect(quote).toMatchObject({ volume: 0, last_quantity: 0, average_price: 0, last_trade_time: undefined });
    expect(quote.ohlc).toEqual({ open: 0, high: 0, low: 0, close: quote.last_price });
  });

  test("calls and puts of one strike differ by the future less the strike", () => {
    const { market, of } = marketAt("2026-03-02 12:00:00");
    const price = (kind: string) => market.price(of(`NFO:NIFTY26APR${kind}`));
    const middle = Math.round(price("FUT") / 100) * 100;
    expect(Math.abs(price(`${middle}CE`) - price(`${middle}PE`) - (price("FUT") - middle))).toBeLessThan(40);
  });

  test("of a contract that is over stays where its last day ended", () => {
    const { market, set, of } = marketAt("2026-03-30 15:29:59");
    const future = of("NFO:NIFTY26MARFUT");
    const [end, index] = [market.priceOf(future), market.price(of("NSE:NIFTY 50"))];
    expect(Math.abs(end.last_price - index)).toBeLessThan(0.1); // it ends on its index
    set("2026-05-06 12:00:00");
    expect(market.priceOf(future)).toEqual(end);
    expect(market.isOpen(future)).toBe(false);
  });

  test("of a share can be had in a year before it was listed", () => {
    const { market } = marketAt("1970-01-02 09:15:10");
    expect(market.find("NSE", "INFY")).toBeUndefined();
    for (const symbol of ["INFY", "BLOCKDEAL-BL"]) {
      const { last_price, close_price } = market.priceOf(market.instrument("NSE", symbol));
      expect(last_price).toBeGreaterThan(0);
      expect(close_price).toBe(0);
    }
  });
});

describe("setPrice", () => {
  test("holds from then on, day after day, until it is set again", () => {
    const { market, set, of } = marketAt("2026-03-02 10:15:30");
    const before = market.quote(of("NSE:INFY"));
    market.setPrice("NSE:INFY", 1600);
    expect(market.quote(of("NSE:INFY"))).toMatchObject({
      last_price: 1600,
      ohlc: { open: before.ohlc.open, high: 1600, close: before.ohlc.close },
    });
    set("2026-03-02 15:00:00");
    expect(market.price(of("NSE:INFY"))).toBe(1600);
    set("2026-03-04 09:15:00");
    expect(market.priceOf(of("NSE:INFY"))).toEqual({ last_price: 1600, close_price: 1600 });
    market.setPrice("NSE:INFY", 1500.5);
    market.setPrice("NSE:INFY", 1510);
    expect(market.quote(of("NSE:INFY"))).toMatchObject({
      last_price: 1510,
      ohlc: { open: 1600, high: 1600, low: 1500.5 },
    });
  });

  test("takes the other listing, the futures and the options along, and leaves other shares alone", () => {
    const { market, of } = marketAt("2026-03-02 10:15:30");
    const price = (key: string) => market.price(of(key));
    const keys = ["BSE:RELIANCE", "NFO:RELIANCE26MARFUT", "NFO:RELIANCE26MAR1400CE", "NSE:INFY"];
    const before = keys.map(price);
    market.setPrice("NSE:RELIANCE", 1800);
    expect(price("BSE:RELIANCE")).toBe(1800);
    expect(price("NFO:RELIANCE26MARFUT")).toBeGreaterThan(1800);
    expect(price("NFO:RELIANCE26MAR1400CE")).toBeGreaterThan(400);
    expect(price("NSE:INFY")).toBe(before[3]);
  });

  test("of a contract moves that contract alone", () => {
    const { market, of } = marketAt("2026-03-02 10:15:30");
    const index = market.price(of("NSE:NIFTY 50"));
    market.setPrice("NFO:NIFTY26APR24500PE", 512.35);
    expect(market.price(of("NFO:NIFTY26APR24500PE"))).toBe(512.35);
    expect(market.price(of("NSE:NIFTY 50"))).toBe(index);
  });

  test("makes the seldom traded trade, and counts as the last trade when the market is closed", () => {
    const { market, set, of } = marketAt("2026-03-01 12:00:00"); // a Sunday
    market.setPrice("NSE:OLDPAPER-BZ", 12.34);
    const quote = market.quote(of("NSE:OLDPAPER-BZ"));
    expect(quote).toMatchObject({ last_price: 12.34 });
    expect(istTimestamp(quote.last_trade_time ?? 0)).toMatch(/^2026-02-27 15:29:/);
    set("2026-03-02 09:16:00");
    expect(market.priceOf(of("NSE:OLDPAPER-BZ"))).toEqual({ last_price: 12.34, close_price: 12.34 });
  });

  test("far away takes the price band along", () => {
    const { market, of } = marketAt("2026-03-02 10:15:30");
    market.setPrice("NSE:INFY", 5000);
    const { lower_circuit_limit, upper_circuit_limit, depth } = market.quote(of("NSE:INFY"));
    expect([lower_circuit_limit, upper_circuit_limit]).toEqual([4000, 6000]);
    expect([depth.buy[0]?.price, depth.sell[0]?.price]).toEqual([4999.9, 5000.1]);
  });

  test("at a price limit leaves nobody on the other side", () => {
    const { market, of } = marketAt("2026-03-02 10:15:30");
    const { lower_circuit_limit, upper_circuit_limit } = market.quote(of("NSE:INFY"));
    const book = (price: number) => {
      market.setPrice("NSE:INFY", price);
      const { buy, sell } = market.quote(of("NSE:INFY")).depth;
      return [buy, sell].map((side) => side.filter(({ quantity }) => quantity > 0).length);
    };
    expect(book(upper_circuit_limit)).toEqual([5, 0]);
    expect(book(lower_circuit_limit)).toEqual([0, 5]);
  });

  test("is overruled by a later one, also when the clock was put back in between", () => {
    const { market, set, of } = marketAt("2026-03-02 11:00:00");
    market.setPrice("NSE:INFY", 1600);
    set("2026-03-02 10:00:00");
    market.setPrice("NSE:INFY", 1500);
    set("2026-03-02 11:00:30");
    expect(market.price(of("NSE:INFY"))).toBe(1500);
  });

  test("changes what has been asked for before", () => {
    const { market, set, of } = marketAt("2026-03-02 10:00:00");
    const before = market.priceOf(of("NSE:INFY"));
    set("2026-03-01 12:00:00"); // the Sunday before
    market.setPrice("NSE:INFY", 1400);
    set("2026-03-02 10:00:00");
    expect(before.close_price).not.toBe(1400);
    expect(market.priceOf(of("NSE:INFY"))).toEqual({ last_price: 1400, close_price: 1400 });
  });

  test("is forgotten before its time when the clock goes back", () => {
    const { market, set, of } = marketAt("2026-03-02 10:00:00");
    const before = market.quote(of("NSE:INFY"));
    set("2026-03-02 11:00:00");
    market.setPrice("NSE:INFY", 1600);
    set("2026-03-02 10:00:00");
    expect(market.quote(of("NSE:INFY"))).toEqual(before);
  });

  test.each([
    ["NSE:NOSUCH", 100],
    ["INFY", 100],
    ["NSE:INFY", 0],
    ["NSE:INFY", -5],
    ["NSE:INFY", 1500.05],
    ["NSE:INFY", Number.NaN],
    ["NSE:INFY", Number.POSITIVE_INFINITY],
  ])("refuses %s at %d", (key, rupees) => {
    expect(() => marketAt("2026-03-02 10:15:30").market.setPrice(key, rupees)).toThrow(TypeError);
  });
});
