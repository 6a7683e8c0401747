const [LF, CR, QUOTE, COMMA] = [10, 13, 34, 44];

/** A record of a CSV, and the place after its line end. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly next: number;
}

/**
 * Splits the record that begins at a place into cells, the way csv-parse does. Gives `cut` when its end is not among the bytes, and
 * `unusual` for what is left to csv-parse: a quoted cell that goes on after its quote, and line ends of two kinds.
 */
export function splitRecord(
  bytes: Uint8Array,
  start: number,
  end: number,
  lineEnd: string,
): CsvRecord | "cut" | "unusual" {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let cell: string;
    if (bytes[at] === QUOTE) {
      const close = closingQuote(bytes, at + 1, end);
      if (close === -1) return "cut";
      cell = decoder.decode(bytes.subarray(at + 1, close)).replaceAll('""', '"');
      at = close + 1;
    } else {
      const first = at;
      while (at < end && bytes[at] !== COMMA && bytes[at] !== LF && bytes[at] !== CR) at += 1;
      cell = decoder.decode(bytes.subarray(first, at));
    }
    if (at >= end) return "cut";
    cells.push(cell);
    if (bytes[at] === COMMA) at += 1;
    else if (lineEnd === "\n" && bytes[at] === LF) return { cells, next: at + 1 };
    else if (lineEnd === "\r\n" && bytes[at] === CR && bytes[at + 1] === LF) return { cells, next: at + 2 };
    else return "unusual";
  }
}

/** Finds the quote that ends a cell; two of them stand for one. -1 when there is none. */
function closingQuote(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  for (;;) {
    while (at < end && bytes[at] !== QUOTE) at += 1;
    if (at >= end) return -1;
    if (bytes[at + 1] !== QUOTE) return at;
    at += 2;
  }
}
