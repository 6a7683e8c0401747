import { describe, expect, test } from "vitest";
import { type Instrument, SEGMENT_CODES } from "../market/instrument.ts";
import type { Quote } from "../market/quote.ts";
import { instrumentOf } from "../testing/instrument.ts";
import { readPacket } from "../testing/stream-reader.ts";
import { writePacket } from "./packet.ts";
import { packetLength, type StreamMode } from "./stream-mode.ts";

const nobody = { price: 0, quantity: 0, orders: 0 };
const index = { instrument_token: 256_265, segment: "INDICES" };

function quoteOf(instrument: Partial<Instrument>, facts: Partial<Quote>): Quote {
  return {
    instrument: instrumentOf(instrument),
    timestamp: 0,
    last_price: 0,
    ohlc: { open: 0, high: 0, low: 0, close: 0 },
    last_trade_time: undefined,
    last_quantity: 0,
    average_price: 0,
    volume: 0,
    buy_quantity: 0,
    sell_quantity: 0,
    oi: 0,
    oi_day_high: 0,
    oi_day_low: 0,
    lower_circuit_limit: 0,
    upper_circuit_limit: 0,
    depth: { buy: Array(5).fill(nobody), sell: Array(5).fill(nobody) },
    ...facts,
  };
}

/** The packet of a mode, written over bytes that were something else before. */
function packetOf(quote: Quote, mode: StreamMode): Buffer {
  const bytes = Buffer.alloc(184, 0xee);
  writePacket(new DataView(bytes.buffer, bytes.byteOffset, 184), quote);
  return bytes.subarray(0, packetLength(quote.instrument.segment === "INDICES", mode));
}

const hex = (text: string): string => text.replaceAll(/\s/g, "").toLowerCase();
const level = (price: number, quantity: number, orders: number) => ({ price, quantity, orders });

describe("the samples of the documentation, byte for byte", () => {
  const infy = { instrument_token: 408_065 };
  const ohlc = { open: 1569.15, high: 1575, low: 1561.05, close: 1567.8 };

  test("a quote packet", () => {
    const quote = quoteOf(infy, {
      last_price: 1573.15,
      last_quantity: 1,
      average_price: 1570.33,
      volume: 1_175_986,
      buy_quantity: 256_511,
      sell_quantity: 360_503,
      ohlc,
    });
    expect(packetOf(quote, "quote").toString("base64")).toBe(
      "AAY6AQACZoMAAAABAAJlaQAR8bIAA+n/AAWANwACZPMAAmc8AAJhyQACZGw=",
    );
  });

  test("a full packet", () => {
    const at = Date.parse("2021-07-05T10:41:27+05:30");
    const quote = quoteOf(infy, {
      last_price: 1573.7,
      last_quantity: 7,
      average_price: 1570.37,
      volume: 1_192_471,
      buy_quantity: 256_443,
      sell_quantity: 363_009,
      ohlc,
      last_trade_time: at + 999,
      timestamp: at,
      depth: {
        buy: [
          level(1573.4, 5, 1),
          level(1573, 140, 2),
          level(1572.95, 2, 1),
          level(1572.9, 219, 7),
          level(1572.85, 50, 1),
        ],
        sell: [
          level(1573.7, 172, 3),
          level(1573.75, 44, 3),
          level(1573.85, 302, 3),
          level(1573.9, 141, 2),
          level(1573.95, 724, 5),
        ],
      },
    });
    expect(packetOf(quote, "full").toString("hex")).toBe(
      hex(`00 06 3A 01 00 02 66 BA 00 00 00 07 00 02 65 6D
           00 12 32 17 00 03 E9 BB 00 05 8A 01 00 02 64 F3
           00 02 67 3C 00 02 61 C9 00 02 64 6C 60 E2 94 7F
           00 00 00 00 00 00 00 00 00 00 00 00 60 E2 94 7F
           00 00 00 05 00 02 66 9C 00 01 00 00 00 00 00 8C
           00 02 66 74 00 02 00 00 00 00 00 02 00 02 66 6F
           00 01 00 00 00 00 00 DB 00 02 66 6A 00 07 00 00
           00 00 00 32 00 02 66 65 00 01 00 00 00 00 00 AC
           00 02 66 BA 00 03 00 00 00 00 00 2C 00 02 66 BF
           00 03 00 00 00 00 01 2E 00 02 66 C9 00 03 00 00
           00 00 00 8D 00 02 66 CE 00 02 00 00 00 00 02 D4
           00 02 66 D3 00 05 00 00`),
    );
  });

  test("a full packet of a share that nobody sells", () => {
    const quote = quoteOf(
      { instrument_token: 884_737 },
      {
        last_price: 392.95,
        last_quantity: 2,
        average_price: 403.07,
        volume: 22_261_032,
        buy_quantity: 5617,
        ohlc: { open: 420, high: 420.9, low: 390.1, close: 414.1 },
        last_trade_time: 1_655_375_264_000,
        timestamp: 1_655_378_328_000,
        depth: { buy: [level(392.95, 5617, 30), nobody, nobody, nobody, nobody], sell: Array(5).fill(nobody) },
      },
    );
    const bytes = packetOf(quote, "full").toString("hex");
    expect(packetOf(quote, "ltp").toString("hex")).toBe(hex("00 0D 80 01 00 00 99 7F"));
    // token, last, quantity, average, volume, orders to buy and sell; the open begins at byte 28
    expect(bytes.slice(0, 56)).toBe(
      hex("00 0D 80 01 00 00 99 7F 00 00 00 02 00 00 9D 73 01 53 AD 28 00 00 15 F1 00 00 00 00"),
    );
    expect(bytes.slice(88, 128)).toBe(hex("62 AB 05 A0 00 00 00 00 00 00 00 00 00 00 00 00 62 AB 11 98"));
    expect(bytes.slice(128, 152)).toBe(hex("00 00 15 F1 00 00 99 7F 00 1E 00 00"));
    expect(bytes.slice(152)).toBe("00".repeat(108));
  });

  test("a currency with seven decimals", () => {
    const quote = quoteOf({ instrument_token: 412_675 }, { last_price: 72.7547696 });
    expect(packetOf(quote, "ltp").toString("hex")).toBe(hex("00 06 4C 03 2B 5D 7F 30"));
  });

  test("an index, with high and low before the open", () => {
    const ohlc = { open: 24_450, high: 24_600, low: 24_400, close: 24_550 };
    const quote = quoteOf(index, { last_price: 24_501.25, ohlc, timestamp: 1_655_378_328_999 });
    const expected = hex(
      "00 03 E9 09 00 25 62 CD 00 25 89 60 00 25 3B 40 00 25 4E C8 00 25 75 D8 00 00 00 00 62 AB 11 98",
    );
    expect(packetOf(quote, "ltp").toString("hex")).toBe(expected.slice(0, 16));
    expect(packetOf(quote, "quote").toString("hex")).toBe(expected.slice(0, 56));
    expect(packetOf(quote, "full").toString("hex")).toBe(expected);
  });
});

test.each([
  ["NSE", 100],
  ["BSE", 100],
  ["NFO", 100],
  ["BFO", 100],
  ["MCX", 100],
  ["CDS", 10_000_000],
  ["BCD", 10_000],
] as const)("prices of %s count %i to the rupee, all of them", (exchange, divisor) => {
  const bid = level(88.25, 1, 1);
  const quote = quoteOf(
    { instrument_token: 1000 * 256 + SEGMENT_CODES[exchange] },
    {
      last_price: 88.5,
      average_price: 88.5,
      ohlc: { open: 88.25, high: 89, low: 88, close: 87.75 },
      depth: { buy: Array(5).fill(bid), sell: Array(5).fill(bid) },
    },
  );
  const { last, fields, levels } = readPacket(packetOf(quote, "full"));
  const { average, open, high, low, close } = fields;
  const prices = [last, average, open, high, low, close, ...levels.map(([, price]) => price)];
  const rupees = [88.5, 88.5, 88.25, 89, 88, 87.75, ...Array(10).fill(88.25)];
  expect(prices).toEqual(rupees.map((price) => price * divisor));
});

test("quantities use all 32 bits, and what never traded has no time", () => {
  const most = 2 ** 32 - 1;
  const { fields } = readPacket(packetOf(quoteOf({}, { volume: most, oi: most, buy_quantity: 2 ** 31 }), "full"));
  expect(fields).toMatchObject({ volume: most, oi: most, buy: 2 ** 31, tradeTime: 0 });
});
