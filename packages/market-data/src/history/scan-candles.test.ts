import { type CandleWire, HistoricalDataSchema } from "@kite/models";
import fc from "fast-check";
import { safeParse } from "valibot";
import { expect, test } from "vitest";
import { CandleBodyReader } from "./candle-body-reader.ts";
import { type CandleColumns, columnsOf } from "./candle-columns.ts";
import { scanCandles } from "./scan-candles.ts";
import { rowsOf } from "./scanning.ts";

const scan = (text: string) => scanCandles(new TextEncoder().encode(text));
const answer = (rows: readonly unknown[]) => JSON.stringify({ status: "success", data: { candles: rows } });

/** What the usual way makes of an answer, in columns; undefined when it would report something. */
function usual(text: string): CandleColumns | undefined {
  try {
    const { status, data } = JSON.parse(text);
    const { success, output } = safeParse(HistoricalDataSchema, data);
    return status === "success" && success ? columnsOf(output.candles) : undefined;
  } catch {
    return undefined;
  }
}

const time = fc
  .date({ min: new Date("1985-01-01T00:00:00Z"), max: new Date("2099-12-31T23:59:59Z"), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}+0530`);
const number = fc.oneof(
  fc.integer({ min: -(10 ** 9), max: 10 ** 15 - 1 }),
  fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((paise) => paise / 100),
  fc.integer({ min: 0, max: 10 ** 14 }).map((tenMillionths) => tenMillionths / 10 ** 7),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const row = fc.oneof(
  fc.tuple(time, number, number, number, number, number),
  fc.tuple(time, number, number, number, number, number, number),
) as fc.Arbitrary<CandleWire>;

test("gives the very numbers that JSON.parse gives, or leaves the answer to it", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const text = answer(rows);
      const scanned = scan(text);
      if (scanned) expect(scanned).toStrictEqual(usual(text));
      else expect(rows.flat().some((value) => /e|\d{16}|(\d\.?){16}/.test(String(value)))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("the objects made of columns are those of the schema", () => {
  const volume = fc.constantFrom(0, -1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 0.5, 4_294_967_296);
  const some = fc.tuple(time, number, number, number, number, volume) as unknown as fc.Arbitrary<CandleWire>;
  fc.assert(
    fc.property(fc.array(fc.oneof(row, some), { maxLength: 20 }), (rows) => {
      const scanned = scan(answer(rows));
      fc.pre(scanned !== undefined);
      const { output } = safeParse(HistoricalDataSchema, { candles: JSON.parse(JSON.stringify(rows)) });
      expect({ candles: rowsOf(scanned as CandleColumns) }).toStrictEqual(output);
    }),
    { numRuns: 500 },
  );
});

test("reads what Kite sends, with and without open interest, blanks or not", () => {
  const rows = [
    ["2017-12-15T09:15:00+0530", 1704.5, 1705, 1699.25, 1702.8, 2499],
    ["2017-12-15T09:16:00+0530", 1702, 1702, 1698.15, 1698.15, 1271],
  ];
  const texts = [answer(rows), answer(rows.map((each) => [...each, 0]))];
  texts.push(`${texts[0]?.replace(/,(?=[\d[])/g, ", ")}\n`);
  for (const text of texts) {
    expect(scan(text)?.length).toBe(2);
    expect(scan(text)).toStrictEqual(usual(text));
  }
  expect(scan(texts[0] as string)).toMatchObject({ time: Float64Array.of(1513309500000, 1513309560000), oi: null });
  expect(scan(texts[1] as string)?.oi).toEqual(Float64Array.of(0, 0));
  expect(scan(answer([]))).toMatchObject({ length: 0, oi: null });
});

test("any damage to an answer is noticed, or changes nothing that the usual way does not see too", () => {
  const text = answer([
    ["2017-12-15T09:15:00+0530", 1704.5, 1705, 1699.25, 1702.8, 2499, 12],
    ["2017-12-16T00:00:00+0530", 10.05, 0, -3, 0.1, 0],
  ]);
  const damage = fc.oneof(
    fc.string({ minLength: 1, maxLength: 2 }),
    fc.constantFrom("", ",", "]", "[", "-", ".", "0", "e", '"', "null", "}", " ", "\n", "\t", "1e5", "\ufeff"),
  );
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(3), damage, (place, removed, added) => {
      const broken = text.slice(0, place) + added + text.slice(place + removed);
      const scanned = scan(broken);
      if (scanned) expect(scanned).toStrictEqual(usual(broken));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ["an exponent", ["2017-12-15T09:15:00+0530", 1, 1, 1, 1, 1].join().replace(",1,", ",1e3,")],
  ["a day that does not exist", '"2017-02-30T09:15:00+0530",1,1,1,1,1'],
  ["another zone", '"2017-12-15T09:15:00+0000",1,1,1,1,1'],
  ["a placeholder", '"1970-01-01T00:00:00+0530",1,1,1,1,1'],
  ["a zero in front", '"2017-12-15T09:15:00+0530",01,1,1,1,1'],
  ["nothing after a point", '"2017-12-15T09:15:00+0530",1.,1,1,1,1'],
  ["null", '"2017-12-15T09:15:00+0530",1,1,1,1,1,null'],
  ["too few", '"2017-12-15T09:15:00+0530",1,1,1,1'],
  ["too many", '"2017-12-15T09:15:00+0530",1,1,1,1,1,1,1'],
])("%s is left to JSON.parse", (_, cells) => {
  expect(scan(`{"status":"success","data":{"candles":[[${cells}]]}}`)).toBeUndefined();
});

test("pieces may be cut anywhere; what is not candles comes back as its text", () => {
  const bytes = new TextEncoder().encode(answer([["2017-12-15T09:15:00+0530", 1704.5, 1705, 1699.25, 1702.8, 2499]]));
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const reader = new CandleBodyReader();
    reader.write(bytes.slice(0, cut));
    reader.write(bytes.slice(cut));
    expect(reader.end()).toMatchObject({ data: { candles: { length: 1, open: Float64Array.of(1704.5) } } });
  }
  const other = new CandleBodyReader();
  other.write(new TextEncoder().encode('{"status":"error","message":"₹'));
  other.write(new TextEncoder().encode('"}'));
  expect(other.end()).toEqual({ text: '{"status":"error","message":"₹"}' });
});
