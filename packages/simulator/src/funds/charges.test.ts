import { describe, expect, test } from "vitest";
import type { ExchangeName, Instrument } from "../market/instrument.ts";
import { instrumentOf } from "../testing/instrument.ts";
import { PRICE_LIST, type PriceList } from "./charge-rates.ts";
import { type ChargedTrade, chargesOf, sumCharges } from "./charges.ts";

const contract = (exchange: ExchangeName, instrument_type: Instrument["instrument_type"], multiplier = 1): Instrument =>
  instrumentOf({ exchange, instrument_type, multiplier });
const share = { instrument: instrumentOf({}), product: "CNC", side: "BUY", quantity: 1, price: 560 } as const;

/** What the samples of the documentation were made with, as far as they show it. */
const OLD_PRICES: PriceList = {
  ...PRICE_LIST,
  exchange: {
    ...PRICE_LIST.exchange,
    NSE: { plain: 0.0000325, option: 0 },
    NFO: { plain: 0.000019, option: 0.0005 },
    MCX: { plain: 0.000026, option: 0 },
  },
};

describe("the published samples", () => {
  // https://kite.trade/docs/connect/v3/margins/#virtual-contract-note
  test.each<[string, ChargedTrade, object, number]>([
    [
      "a share bought for delivery",
      share,
      {
        transaction_tax: 0.56,
        transaction_tax_type: "stt",
        exchange_turnover_charge: 0.01876,
        sebi_turnover_charge: 0.00056,
        brokerage: 0,
        stamp_duty: 0,
        gst: { igst: 0.0033768, cgst: 0, sgst: 0, total: 0.0033768 },
      },
      0.5826968,
    ],
    [
      "a future on gold sold",
      { instrument: contract("MCX", "FUT"), product: "NRML", side: "SELL", quantity: 1, price: 5862 },
      {
        transaction_tax: 0.5862,
        transaction_tax_type: "ctt",
        exchange_turnover_charge: 0.152412,
        sebi_turnover_charge: 0.005862,
        brokerage: 1.7586,
        stamp_duty: 0,
        gst: { igst: 0.34503732, cgst: 0, sgst: 0, total: 0.34503732 },
      },
      2.84811132,
    ],
    [
      "a put on an index bought",
      { instrument: contract("NFO", "PE"), product: "NRML", side: "BUY", quantity: 100, price: 1.5 },
      {
        transaction_tax: 0,
        transaction_tax_type: "stt",
        exchange_turnover_charge: 0.07575,
        sebi_turnover_charge: 0.00015,
        brokerage: 20,
        stamp_duty: 0,
        gst: { igst: 3.613527, cgst: 0, sgst: 0, total: 3.613527 },
      },
      23.689427,
    ],
  ])("contract note: %s", (_, trade, parts, total) => {
    expect(chargesOf(trade, 1, OLD_PRICES)).toEqual({ ...parts, total });
  });

  // https://kite.trade/docs/connect/v3/margins/#order-margins, of a time with a paisa of brokerage and without the fund
  test("margin calculator: a share bought for delivery", () => {
    const { delivery } = PRICE_LIST.equity;
    const prices: PriceList = {
      ...OLD_PRICES,
      equity: { ...PRICE_LIST.equity, delivery: { ...delivery, brokerage: 1, brokerageCap: 0.01 } },
      exchange: { ...OLD_PRICES.exchange, NSE: { plain: 0.0000345, option: 0 } },
      protectionFund: {},
    };
    expect(chargesOf({ ...share, price: 1498 }, 0.01, prices)).toEqual({
      transaction_tax: 1.498,
      transaction_tax_type: "stt",
      exchange_turnover_charge: 0.051681,
      sebi_turnover_charge: 0.001498,
      brokerage: 0.01,
      stamp_duty: 0.22,
      gst: { igst: 0.01137222, cgst: 0, sgst: 0, total: 0.01137222 },
      total: 1.79255122,
    });
  });
});

/** A lakh of rupees, bought and sold: tax, brokerage, exchange with its fund, stamp. */
test.each<[string, Instrument, ChargedTrade["product"], readonly number[], readonly number[]]>([
  ["shares of NSE for delivery", instrumentOf({}), "CNC", [100, 0, 3.07, 15], [100, 0, 3.07, 0]],
  ["shares of NSE for the day", instrumentOf({}), "MIS", [0, 20, 3.07, 3], [25, 20, 3.07, 0]],
  ["financed shares", instrumentOf({}), "MTF", [100, 20, 3.07, 15], [100, 20, 3.07, 0]],
  ["shares of BSE for delivery", instrumentOf({ exchange: "BSE" }), "CNC", [100, 0, 3.75, 15], [100, 0, 3.75, 0]],
  ["futures of NSE", contract("NFO", "FUT"), "NRML", [0, 20, 1.83, 2], [50, 20, 1.83, 0]],
  ["options of NSE", contract("NFO", "CE"), "MIS", [0, 20, 35.53, 3], [150, 20, 35.53, 0]],
  ["futures of BSE", contract("BFO", "FUT"), "NRML", [0, 20, 0, 2], [50, 20, 0, 0]],
  ["options of BSE", contract("BFO", "PE"), "NRML", [0, 20, 32.5, 3], [150, 20, 32.5, 0]],
  ["currency futures of NSE", contract("CDS", "FUT", 1000), "NRML", [0, 20, 0.35, 0.1], [0, 20, 0.35, 0]],
  ["currency options of NSE", contract("CDS", "CE", 1000), "NRML", [0, 20, 31.1, 0.1], [0, 20, 31.1, 0]],
  ["currency futures of BSE", contract("BCD", "FUT", 1000), "NRML", [0, 20, 0.45, 0.1], [0, 20, 0.45, 0]],
  ["futures on commodities", contract("MCX", "FUT", 100), "NRML", [0, 20, 2.1, 2], [10, 20, 2.1, 0]],
  ["options on commodities", contract("MCX", "CE", 100), "NRML", [0, 20, 41.8, 3], [50, 20, 41.8, 0]],
])("%s cost what the price list says", (_, instrument, product, bought, sold) => {
  for (const [side, figures] of [
    ["BUY", bought],
    ["SELL", sold],
  ] as const) {
    const trade = { instrument, product, side, quantity: 10, price: 10_000 / instrument.multiplier };
    const charges = chargesOf(trade, 0.01);
    const { brokerage, exchange_turnover_charge, gst, sebi_turnover_charge, stamp_duty, transaction_tax } = charges;
    expect([transaction_tax, brokerage, exchange_turnover_charge, stamp_duty]).toEqual(figures);
    expect(sebi_turnover_charge).toBe(0.1);
    const fund = instrument.exchange === "NFO" && instrument.instrument_type !== "FUT" ? 0.5 : 0.1;
    const free = instrument.exchange === "NSE" || instrument.exchange === "NFO" ? fund : 0;
    expect(gst.total).toBeCloseTo(0.18 * (brokerage + exchange_turnover_charge - free + 0.1), 6);
    expect([gst.igst, gst.cgst, gst.sgst]).toEqual([gst.total, 0, 0]);
    expect(charges.total).toBeCloseTo(
      transaction_tax + brokerage + exchange_turnover_charge + stamp_duty + 0.1 + gst.total,
      6,
    );
  }
});

test("a small trade pays a share of itself as brokerage, an option never less than the fee", () => {
  const small = { ...share, product: "MIS", price: 1000 } as const;
  expect(chargesOf(small, 1).brokerage).toBe(0.3);
  expect(chargesOf({ ...small, instrument: contract("NFO", "CE"), price: 1 }, 1).brokerage).toBe(20);
  expect(chargesOf({ ...small, price: 0 }, 1)).toMatchObject({ brokerage: 0, total: 0 });
});

test("charges of several trades are the sum of theirs", () => {
  const one = chargesOf(share, 1);
  const other = chargesOf({ ...share, side: "SELL", product: "MIS", price: 800 }, 1);
  const both = sumCharges([one, other]);
  expect(both.total).toBeCloseTo(one.total + other.total, 8);
  expect(both.gst.total).toBeCloseTo(one.gst.total + other.gst.total, 8);
  expect(both.transaction_tax_type).toBe("stt");
});
