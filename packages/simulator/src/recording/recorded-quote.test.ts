import fc from "fast-check";
import { expect, test } from "vitest";
import type { Instrument } from "../market/instrument.ts";
import { writePacket } from "../stream/packet.ts";
import { recordedInstrument } from "./recorded-instrument.ts";
import { quoteOfPacket, quoteOfRow } from "./recorded-quote.ts";

function instrumentOf(token: number, row: Record<string, string> = {}): Instrument {
  const facts = { exchange: "NSE", segment: "NSE", instrument_type: "EQ", tradingsymbol: "X", ...row };
  const instrument = recordedInstrument({ instrument_token: String(token), tick_size: "0.05", ...facts }, 100);
  if (!instrument) throw new Error("no instrument");
  return instrument;
}

const uint32 = fc.integer({ min: 0, max: 0xffff_ffff });
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

/** Packets whose fields hold anything, but for the padding, which is zero. */
const packets = (segment: number) =>
  fc
    .record({
      words: fc.array(uint32, { minLength: 46, maxLength: 46 }),
      prices: fc.array(int32, { minLength: 46, maxLength: 46 }),
    })
    .map(({ words, prices }) => {
      const packet = Buffer.alloc(184);
      const pricePlaces = new Set([
        4,
        12,
        28,
        32,
        36,
        40,
        ...Array.from({ length: 10 }, (_, level) => 68 + 12 * level),
      ]);
      for (let offset = 4; offset < 184; offset += 4) {
        const [word = 0, price = 0] = [words[offset / 4], prices[offset / 4]];
        if (pricePlaces.has(offset)) packet.writeInt32BE(price, offset);
        else packet.writeUInt32BE(word, offset);
      }
      for (let level = 0; level < 10; level += 1) packet.writeUInt16BE(0, 64 + 12 * level + 10);
      packet.writeUInt32BE(300 * 256 + segment, 0);
      return packet;
    });

test.each([
  ["a share", 1, {}],
  ["a contract", 2, { exchange: "NFO", segment: "NFO-FUT", instrument_type: "FUT" }],
  ["a currency", 3, { exchange: "CDS", segment: "CDS-FUT", instrument_type: "FUT" }],
  ["a currency on the other exchange", 6, { exchange: "BCD", segment: "BCD-FUT", instrument_type: "FUT" }],
])("whatever a packet of %s says, it is written again as it was", (_, segment, row) => {
  fc.assert(
    fc.property(packets(segment), (packet) => {
      const quote = quoteOfPacket(instrumentOf(300 * 256 + segment, row), packet, undefined);
      const again = Buffer.alloc(184);
      writePacket(new DataView(again.buffer, again.byteOffset, 184), quote);
      expect(again).toEqual(packet);
    }),
    { numRuns: 50 },
  );
});

test("an index has high, low, open and close in that order, and no depth", () => {
  const packet = Buffer.alloc(32);
  packet.writeUInt32BE(256265, 0);
  [2450125, 2460000, 2440000, 2445000, 2455000, 0, 1_772_424_900].forEach((value, index) => {
    packet.writeInt32BE(value, 4 + 4 * index);
  });
  const quote = quoteOfPacket(instrumentOf(256265, { segment: "INDICES" }), packet, undefined);
  expect(quote).toMatchObject({
    last_price: 24501.25,
    ohlc: { open: 24450, high: 24600, low: 24400, close: 24550 },
    timestamp: 1_772_424_900_000,
    volume: 0,
  });
  expect(quote.depth.buy).toHaveLength(5);
});

test("limits are those of the quote at the beginning, or follow from the previous close", () => {
  const row = { last_price: 100, volume: 5, oi: 0, ohlc: { open: 99, high: 101, low: 98, close: 100 } };
  const share = instrumentOf(257);
  const limits = { lower_circuit_limit: 95, upper_circuit_limit: 105 };
  expect(quoteOfRow(share, 0, { ...row, band: { lower: 95, upper: 105 } })).toMatchObject(limits);
  expect(quoteOfRow(share, 0, { ...row, band: undefined })).toMatchObject({
    lower_circuit_limit: 80,
    upper_circuit_limit: 120,
  });
});

test("steps and lots are those of the row; what the dump lacks comes from the list", () => {
  const gold = {
    exchange: "MCX",
    segment: "MCX-FUT",
    instrument_type: "FUT",
    name: "GOLD",
    tick_size: "1",
    lot_size: "1",
  };
  expect(instrumentOf(7, gold)).toMatchObject({ tick: 100, multiplier: 100, spot: { hours: "commodity" } });
  const dollar = { exchange: "CDS", segment: "CDS-FUT", instrument_type: "FUT", name: "NEWINR", tick_size: "0.0025" };
  expect(instrumentOf(3, dollar)).toMatchObject({ tick: 0.25, multiplier: 1000, spot: { hours: "currency" } });
  expect(recordedInstrument({ exchange: "NSEIX", instrument_type: "EQ", instrument_token: "1" }, 1)).toBeUndefined();
});
