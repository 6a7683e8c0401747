import type { Instrument } from "@kite/models";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { caught } from "../testing/caught.ts";
import { contract, csvOf, market, share } from "../testing/instruments.ts";
import { readInstruments } from "./read-instruments.ts";

const read = (csv: string) => readInstruments(csv, "getInstruments");

test("gives typed rows, quotes and commas in names included, with either line end", async () => {
  for (const lineEnd of ["\r\n", "\n"] as const) {
    expect(await read(csvOf(market, lineEnd))).toEqual({ rows: market, issues: [] });
  }
});

test("what is written as a CSV is read back, whatever the names hold", async () => {
  const text = fc.string({
    unit: fc.constantFrom("A", "&", '"', ",", " ", "'", ";", "\r\n", "\n", "₹", "-", "0"),
    maxLength: 12,
  });
  const price = fc.integer({ min: 0, max: 10_000_000 }).map((paise) => paise / 100);
  const row: fc.Arbitrary<Instrument> = fc.record({
    instrument_token: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    exchange_token: fc.nat(),
    tradingsymbol: text,
    name: text,
    last_price: price,
    expiry: fc.option(
      fc
        .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    ),
    strike: price,
    tick_size: fc.constantFrom(0.01, 0.0025, 0.05, 1),
    lot_size: fc.integer({ min: 1, max: 100_000 }),
    instrument_type: fc.constantFrom("EQ", "CE", "PE", "FUT", "NEW"),
    segment: fc.constantFrom("NSE", "NFO-OPT", "NEW-NEW"),
    exchange: fc.constantFrom("NSE", "NFO", "NEW"),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.constantFrom("\r\n", "\n"),
      async (rows, lineEnd) => {
        expect(await read(csvOf(rows, lineEnd as "\n"))).toEqual({ rows, issues: [] });
      },
    ),
    { numRuns: 150 },
  );
});

test("reads a list of many pieces, with line ends inside of names, in order", async () => {
  const rows = Array.from({ length: 8_000 }, (_, index) =>
    share(index, `S${index}`, index % 3 === 0 ? `NAME, "${index}"\r\nSECOND LINE` : `NAME ${index}`),
  );
  const csv = csvOf(rows);
  expect(csv.length).toBeGreaterThan(400_000);
  expect((await read(csv)).rows).toEqual(rows);
});

test("lets others run while it reads", async () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => share(index, `S${index}`, "NAME"));
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  await read(csvOf(rows));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});

test("takes columns in another order, further ones, and a byte order mark", async () => {
  const csv = csvOf(market)
    .trimEnd()
    .split("\r\n")
    .map((line, index) => `${index === 0 ? "isin" : "INE0"},${line}\r\n`)
    .join("");
  expect((await read(`\ufeff${csv}`)).rows).toEqual(market);
});

test("a row that is not as documented is left out, reported, and hides no other", async () => {
  const lines = csvOf(market).split("\r\n");
  // The one published sample of MCX lacks its exchange token.
  lines[3] = "58424839,GOLDPETAL21JUNFUT,GOLDPETAL,0.0,2021-06-30,0.0,1.0,1,FUT,MCX,MCX";
  lines[5] = lines[5]?.replace(",0.05,1,", ",cheap,some,") ?? "";
  const { rows, issues } = await read(lines.join("\r\n"));
  expect(rows).toEqual(market.filter((_, index) => index !== 2 && index !== 4));
  expect(issues).toMatchObject([
    { path: [2], message: "11 cells instead of 12" },
    { path: [4, "tick_size"] },
    { path: [4, "lot_size"] },
  ]);
});

test("a list that is cut anywhere is refused", async () => {
  const csv = csvOf(market);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: csv.length - 1 }), async (length) => {
      const cut = csv.slice(0, length);
      // Cut between two rows it looks whole: counting finds that, in loadInstruments.
      fc.pre(!cut.endsWith("\r\n"));
      expect(await caught(read(cut))).toMatchObject({ code: "MalformedAnswer", endpoint: "getInstruments" });
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["nothing", "", /line end/],
  ["a line end alone", "\r\n", /is empty/],
  ["HTML", "<html>\n", /has no column instrument_token, /],
  ["another list", "amc,name,plan\nX,Y,direct\n", /has no column/],
  ["a last row that stops with a line end in a name", `${csvOf(market)}1,1,X,"NAME\r\n`, /quote is never closed/],
  ["a last row with too few cells", `${csvOf(market)}408065,1594,INFY\r\n`, /last row is cut/],
  [
    "rows of another shape for the most part",
    `${csvOf([])}${"1,2,3\r\n".repeat(9)}${csvOf([contract(1, "X", "2026-03-26", "FUT")]).split("\r\n")[1]}\r\n`,
    /9 of 10 rows/,
  ],
])("%s is no list", async (_, csv, message) => {
  const error = await caught(read(csv));
  expect(error).toMatchObject({ code: "MalformedAnswer" });
  expect(error.message).toMatch(message);
});

test("reads the same without Buffer, as in a browser", async () => {
  vi.stubGlobal("Buffer", undefined);
  try {
    expect(await read(csvOf(market))).toEqual({ rows: market, issues: [] });
    expect((await caught(read(`${csvOf(market)}1,1,X,"NAME\r\n`))).code).toBe("MalformedAnswer");
  } finally {
    vi.unstubAllGlobals();
  }
});

test("a header alone is a list without rows", async () => {
  expect(await read(csvOf([]))).toEqual({ rows: [], issues: [] });
});
