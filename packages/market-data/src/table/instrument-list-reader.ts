import { type BodyReader, KiteError, type SchemaIssue } from "@kite/core";
import { InstrumentSchema } from "@kite/models";
import { csvRows } from "../instruments/csv-rows.ts";
import { readRow } from "../instruments/read-row.ts";
import { CsvScanner } from "./csv-scanner.ts";
import { InstrumentColumns } from "./instrument-columns.ts";
import { RowIndex } from "./row-index.ts";
import { splitRecord } from "./split-record.ts";

const LF = 10;
/** Bytes read in one go: a fraction of a millisecond. */
const pieceLength = 65_536;
const header = Object.keys(InstrumentSchema.entries).join();

/** What a list holds. */
export interface ReadList {
  readonly columns: InstrumentColumns;
  readonly index: RowIndex;
  /** Rows that are left out, and why. */
  readonly issues: SchemaIssue[];
}

/**
 * Reads the CSV of the instruments while it arrives, from pieces cut anywhere. Rows as Kite writes them go straight into columns; a row
 * that is valid in another way is read cell by cell; from the first one on that only csv-parse can tell, and with another
 * header, all is left to csv-parse, in the end. The rows are the same in any case.
 */
export class InstrumentListReader implements BodyReader {
  readonly #columns: InstrumentColumns = new InstrumentColumns();
  readonly #index: RowIndex = new RowIndex(this.#columns);
  readonly #issues: SchemaIssue[] = [];
  /** What is read now; before it the beginning of a row that waits for its end. */
  readonly #work: Uint8Array = new Uint8Array(2 * pieceLength + 16);
  #waiting = 0;
  #at = 0;
  #scanner: CsvScanner | undefined;
  #lineEnd: "\n" | "\r\n" = "\n";
  /** What csv-parse is to read. */
  #rest: Uint8Array[] | undefined;
  #lastByte = 0;
  #odd = 0;
  #isLastOdd = false;

  write(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length; start += pieceLength)
      this.#take(bytes.subarray(start, start + pieceLength));
  }

  end(): { readonly data: InstrumentListReader } {
    return { data: this };
  }

  /**
   * Gives the rows once all is written. Throws `MalformedAnswer` for what is no whole list: another header, no line end after the last
   * row, a last row that is cut, rows that are odd for the most part. `endpoint` is named in the error.
   */
  async finish(endpoint: string): Promise<ReadList> {
    const notWhole = (problem: string) =>
      new KiteError({ code: "MalformedAnswer", endpoint, message: `the instrument list is not whole: ${problem}` });
    // Every line ends with a line end, the last one too. The cut that hits a line end exactly is found by counting.
    if (this.#lastByte !== LF) throw notWhole("it does not end with a line end");
    if (this.#waiting > 0) this.#leaveRest(0, this.#waiting);
    if (this.#rest) await this.#readRest(this.#rest, notWhole);
    const columns = this.#columns;
    if (this.#isLastOdd) throw notWhole("its last row is cut");
    if (this.#odd > columns.length) {
      throw notWhole(`${this.#odd} of ${columns.length + this.#odd} rows are not as documented`);
    }
    columns.trim();
    return { columns, index: this.#index, issues: this.#issues };
  }

  #take(piece: Uint8Array): void {
    this.#lastByte = piece.at(-1) ?? this.#lastByte;
    if (this.#rest) {
      this.#rest.push(piece);
      return;
    }
    this.#work.set(piece, this.#waiting);
    const filled = this.#waiting + piece.length;
    const end = this.#work.lastIndexOf(LF, filled - 1) + 1;
    const next = this.#read(end);
    // A row of 64 kB is a quote that is never closed.
    if (next === undefined || filled - next > pieceLength) {
      this.#leaveRest(next ?? this.#at, filled);
      return;
    }
    this.#work.copyWithin(0, next, filled);
    this.#waiting = filled - next;
  }

  /** Reads whole rows; gives where it stopped, or undefined for what only csv-parse can tell. */
  #read(end: number): number | undefined {
    this.#at = 0;
    if (!this.#scanner && !this.#readHeader(end)) return end === 0 ? 0 : undefined;
    const scanner = this.#scanner as CsvScanner;
    // No row is shorter than its eleven commas and a line end.
    this.#columns.reserve(Math.ceil(end / 12), end);
    const lineEnd = this.#lineEnd.charCodeAt(0);
    while (this.#at < end) {
      if (this.#work[this.#at] === lineEnd && this.#work[this.#at + this.#lineEnd.length - 1] === LF) {
        this.#at += this.#lineEnd.length;
        continue;
      }
      const next = scanner.readRow(this.#work, this.#at);
      if (next >= 0) {
        this.#at = next;
        this.#isLastOdd = false;
        continue;
      }
      const record = splitRecord(this.#work, this.#at, end, this.#lineEnd);
      if (record === "unusual") return undefined;
      if (record === "cut") break;
      this.#readCells(Object.keys(InstrumentSchema.entries), record.cells);
      this.#at = record.next;
    }
    this.#index.update();
    return this.#at;
  }

  /** Tells whether the header is the usual one. */
  #readHeader(end: number): boolean {
    const first = this.#work.subarray(0, Math.min(end, header.length + 5));
    const [, found, lineEnd] = /^([^\r\n]*)(\r?\n)/.exec(new TextDecoder().decode(first)) ?? [];
    if (found !== header) return false;
    this.#lineEnd = lineEnd as "\n" | "\r\n";
    this.#at = this.#work.indexOf(LF) + 1;
    this.#scanner = new CsvScanner(this.#columns, this.#lineEnd);
    return true;
  }

  #readCells(names: readonly string[], cells: readonly string[]): void {
    const row = readRow(names, cells);
    this.#isLastOdd = Array.isArray(row);
    if (!Array.isArray(row)) {
      this.#columns.addOdd(row);
      return;
    }
    const number = this.#columns.length + this.#odd;
    for (const { message, path = [] } of row) this.#issues.push({ message, path: [number, ...path] });
    this.#odd += 1;
  }

  #leaveRest(start: number, end: number): void {
    this.#rest = [this.#work.slice(start, end)];
    this.#waiting = 0;
  }

  async #readRest(rest: readonly Uint8Array[], notWhole: (problem: string) => Error): Promise<void> {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: this.#scanner !== undefined });
    const csv = rest.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode();
    const lineEnd = this.#scanner ? this.#lineEnd : (/\r\n|\n|\r/.exec(csv)?.[0] ?? "\n");
    let names = this.#scanner && Object.keys(InstrumentSchema.entries);
    for await (const lines of csvRows(csv, lineEnd, notWhole)) {
      for (const cells of lines) {
        if (names) this.#readCells(names, cells);
        else {
          const missing = Object.keys(InstrumentSchema.entries).filter((name) => !cells.includes(name));
          if (missing.length > 0) throw notWhole(`it has no column ${missing.join(", ")}`);
          names = cells;
        }
      }
    }
    if (!names) throw notWhole("it is empty");
    this.#index.update();
  }
}
