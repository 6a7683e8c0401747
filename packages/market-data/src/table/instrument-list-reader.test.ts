import type { Instrument } from "@kite/models";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readRow } from "../instruments/read-row.ts";
import { caught } from "../testing/caught.ts";
import { csvOf, market, share } from "../testing/instruments.ts";
import { InstrumentListReader } from "./instrument-list-reader.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const header = csvOf([]).trimEnd();

/** The rows of a CSV, and the problems of those that are none: as csv-parse and the schema have it. */
function oracle(csv: string) {
  const lineEnd = /\r\n|\n/.exec(csv)?.[0] ?? "\n";
  const options = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
  const [names = [], ...records]: string[][] = parse(csv, { ...options, record_delimiter: lineEnd });
  const read = records.map((cells) => readRow(names, cells));
  return {
    rows: read.filter((row): row is Instrument => !Array.isArray(row)),
    issues: read.flatMap((row, number) =>
      Array.isArray(row) ? row.map(({ message, path = [] }) => ({ message, path: [number, ...path] })) : [],
    ),
    isLastOdd: Array.isArray(read.at(-1)),
  };
}

async function read(pieces: Iterable<Uint8Array>) {
  const reader = new InstrumentListReader();
  for (const piece of pieces) reader.write(piece);
  const { columns, issues } = await reader.finish("test");
  return { rows: Array.from({ length: columns.length }, (_, row) => columns.instrument(row)), issues };
}

/** Reads what both can read, and compares; what is no whole list for one must be none for the other. */
async function compare(csv: string, pieces: Iterable<Uint8Array>): Promise<void> {
  let expected: ReturnType<typeof oracle> | undefined;
  try {
    expected = oracle(csv);
  } catch {
    // A quote that is never closed.
  }
  if (
    !expected ||
    expected.isLastOdd ||
    new Set(expected.issues.map(({ path }) => path[0])).size > expected.rows.length
  ) {
    expect(await caught(read(pieces))).toMatchObject({ code: "MalformedAnswer" });
    return;
  }
  expect(await read(pieces)).toEqual({ rows: expected.rows, issues: expected.issues });
}

const cell = {
  number: fc.constantFrom(
    "0",
    "408065",
    "1594",
    "24500.0",
    "0.05",
    "-37.63",
    "007",
    "4294967295",
    "4294967296",
    "1e3",
    "",
    " 1",
    "0.1234567890123456",
    "-",
    "1.",
    ".5",
    "+1",
    "99999999999999999999",
  ),
  text: fc.oneof(
    fc.constantFrom(
      "INFY",
      "NIFTY 50",
      "",
      "M&M",
      "₹",
      "é",
      "A,B",
      'A"B',
      '"',
      "a\nb",
      "a\r\nb",
      "a\rb",
      "\ufeff",
      " x ",
    ),
    fc.string({ maxLength: 5 }),
  ),
  day: fc.constantFrom(
    "2026-03-26",
    "2026-02-31",
    "1969-12-31",
    "1970-01-01",
    "2999-01-01",
    "",
    "26-03-2026",
    "2026-3-26",
  ),
};
/** Written with quotes where they are needed, always, or never. */
const written = (value: fc.Arbitrary<string>) =>
  fc.tuple(value, fc.constantFrom("usual", "usual", "usual", "always", "never")).map(([text, quotes]) => {
    const needed = quotes === "usual" ? /[",\r\n]/.test(text) : quotes === "always";
    return needed ? `"${text.replaceAll('"', '""')}"` : text;
  });
const { number, text, day } = cell;
const record = fc
  .tuple(...[number, number, text, text, number, day, number, number, number, text, text, text].map(written))
  .map((cells) => cells.join());
const usual = fc.constantFrom(...csvOf(market).trimEnd().split("\r\n").slice(1));
const line = fc.oneof(
  { weight: 6, arbitrary: usual },
  { weight: 2, arbitrary: record },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "1,2,3", `${header}`, 'x"y', '"x"y,1', '1,1,X,"NAME"Z,0,,0,0.05,1,EQ,NSE,NSE'),
  },
);
const head = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(header, header, `\ufeff${header}`) },
  { weight: 1, arbitrary: fc.constant(header.split(",").reverse().join()) },
  { weight: 1, arbitrary: fc.constant(header.replace("name", '"name"')) },
);
/** Mostly one line end, sometimes two. */
const list = fc
  .tuple(head, fc.array(line, { maxLength: 12 }), usual, fc.constantFrom("\n", "\r\n"), fc.option(fc.nat(12)))
  .map(([first, lines, last, lineEnd, other]) =>
    [first, ...lines, last]
      .map((each, index) => each + (index === other ? (lineEnd === "\n" ? "\r\n" : "\n") : lineEnd))
      .join(""),
  )
  .filter((csv) => csv.endsWith("\n"));

test("gives what csv-parse and the schema give, for any list in any pieces", async () => {
  await fc.assert(
    fc.asyncProperty(list, fc.array(fc.nat(400), { minLength: 1 }), async (csv, sizes) => {
      const bytes = bytesOf(csv);
      const pieces: Uint8Array[] = [];
      for (let [at, index] = [0, 0]; at < bytes.length; index += 1) {
        const size = (sizes[index % sizes.length] ?? 0) + 1;
        pieces.push(bytes.slice(at, at + size));
        at += size;
      }
      await compare(csv, pieces);
    }),
    { numRuns: 400 },
  );
}, 20_000);

test("pieces may be cut at every byte", async () => {
  const rows = [
    ...market.slice(0, 4),
    share(7, "ODD", "₹ & CO"),
    share(8, "X", 'LINE\r\n"TWO"'),
    ...market.slice(9, 12),
  ];
  const bytes = bytesOf(`\ufeff${csvOf(rows)}`);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    expect(await read([bytes.slice(0, cut), bytes.slice(cut)])).toEqual({ rows, issues: [] });
  }
  expect(await read(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual({ rows, issues: [] });
});

test("a list that is cut anywhere is refused, or is the list without its last rows", async () => {
  const csv = csvOf(market);
  for (let length = 0; length < csv.length; length += 1) {
    const result = read([bytesOf(csv.slice(0, length))]);
    const isBetweenRows = csv.slice(0, length).endsWith("\n");
    if (isBetweenRows && length > 0) expect(market.slice(0, (await result).rows.length)).toEqual((await result).rows);
    else expect(await caught(result)).toMatchObject({ code: "MalformedAnswer" });
  }
});

test("a quote that is never closed does not hold up what follows it for long", async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => share(index, `S${index}`, "NAME"));
  const csv = csvOf(rows).replace("S7,NAME", 'S7,"NAME');
  expect((await caught(read([bytesOf(csv)]))).message).toMatch(/quote is never closed/);
});

test("rows after one that only csv-parse can read are read too, and numbered on", async () => {
  const lines = csvOf(Array.from({ length: 3_000 }, (_, index) => share(index, `S${index}`, `NAME "${index}"`))).split(
    "\r\n",
  );
  lines[5] = lines[5]?.replace("S4,", 'S4,"X"Y ') ?? "";
  lines[2_000] = "1,2,3";
  const csv = lines.join("\r\n");
  await compare(csv, [bytesOf(csv)]);
});
