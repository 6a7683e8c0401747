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
  notWhole: (problem: string) => Error,
): AsyncGenerator<readonly string[][], void, undefined> {
  const parse = await loadParser();
  for (const piece of pieces(csv)) {
    let rows: string[][];
    try {
      rows = parse(piece, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
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
function* pieces(csv: string): Generator<string, void, undefined> {
  let start = 0;
  let quotes = 0;
  let counted = 0;
  for (let end = csv.indexOf("\n", pieceLength); end !== -1; ) {
    for (; counted < end; counted += 1) if (csv.charCodeAt(counted) === 34) quotes += 1;
    if (quotes % 2 === 0) {
      yield csv.slice(start, end + 1);
      start = end + 1;
      end = csv.indexOf("\n", start + pieceLength);
    } else {
      end = csv.indexOf("\n", end + 1);
    }
  }
  if (start < csv.length) yield csv.slice(start);
}
