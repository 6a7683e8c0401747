import type { parse } from "csv-parse/sync";
import { loadPart } from "./load-part.ts";

/** Characters parsed in one go: a few milliseconds of work. */
const pieceLength = 64_000;

/**
 * Parses a CSV into rows of cells, piece by piece, and lets the program breathe between two of them: the whole list at once would
 * stop every tick and timer for over a second. The parser is loaded when it is needed first.
 *
 * A quote that is never closed is `notWhole`.
 */
export async function* csvRows(
  csv: string,
  lineEnd: string,
  notWhole: (problem: string) => Error,
): AsyncGenerator<readonly string[][], void, undefined> {
  const parse = await loadParser();
  const options = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
  for (const piece of pieces(csv, lineEnd)) {
    let rows: string[][];
    try {
      rows = parse(piece, { ...options, record_delimiter: lineEnd });
    } catch {
      throw notWhole("a quote is never closed");
    }
    yield rows;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Node's build of the parser needs `Buffer`, the one for browsers brings its own. */
const loadParser = async () =>
  (
    await loadPart<{ readonly parse: typeof parse }>("the CSV parser", () =>
      typeof Buffer === "undefined" ? import("csv-parse/browser/esm/sync") : import("csv-parse/sync"),
    )
  ).parse;

/** Cuts a CSV after line ends that are in no quotes. */
function* pieces(csv: string, lineEnd: string): Generator<string, void, undefined> {
  let start = 0;
  let at = 0;
  let isQuoted = false;
  for (let end = csv.indexOf(lineEnd, pieceLength); end !== -1; end = csv.indexOf(lineEnd, end + 1)) {
    for (; at < end; at += 1) {
      if (csv[at] !== '"') continue;
      // Inside of quotes two of them stand for one; elsewhere only the first character of a cell opens.
      if (isQuoted && csv[at + 1] === '"') at += 1;
      else isQuoted = isQuoted ? false : at === start || csv[at - 1] === "," || csv.endsWith(lineEnd, at);
    }
    if (isQuoted || end < start + pieceLength) continue;
    yield csv.slice(start, end + lineEnd.length);
    start = end + lineEnd.length;
    at = Math.max(at, start);
  }
  if (start < csv.length) yield csv.slice(start);
}
