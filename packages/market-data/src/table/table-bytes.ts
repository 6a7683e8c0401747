import type { Instrument } from "@kite/models";
import { ByteStrings } from "./byte-strings.ts";
import { InstrumentColumns } from "./instrument-columns.ts";
import { RowIndex } from "./row-index.ts";

/** Name of this form of a list. Another number means another layout. */
export const tableFormat = "columns-1";

/** Reads as another number on a machine whose bytes have the other order. */
const byteOrder = 0x01020304;
/** Sections begin at multiples of this, as typed arrays demand. */
const alignment = 8;

/** A list in columns, with its indexes. */
export interface StoredTable {
  readonly columns: InstrumentColumns;
  readonly index: RowIndex;
  readonly leftOut: number;
}

interface Head {
  readonly length: number;
  readonly names: number;
  readonly tails: number;
  readonly leftOut: number;
  readonly odd: readonly (readonly [number, Instrument])[];
  /** Bytes of each section. */
  readonly sections: readonly number[];
}

const sectionsOf = (columns: InstrumentColumns, index: RowIndex) => [
  columns.token,
  columns.exchangeToken,
  columns.lastPrice,
  columns.strike,
  columns.expiry,
  columns.nameId,
  columns.tailId,
  columns.symbolOffset,
  columns.symbols,
  columns.names.bytes,
  columns.names.offsets,
  columns.tails.bytes,
  columns.tails.offsets,
  index.tokens,
  index.symbols,
];

const aligned = (bytes: number): number => Math.ceil(bytes / alignment) * alignment;

/** Writes a list as flat bytes: the order of bytes, the length of a head in JSON, the head, the arrays as they are in memory. */
export function writeTable({ columns, index, leftOut }: StoredTable): Uint8Array {
  const arrays = sectionsOf(columns, index);
  const head: Head = {
    length: columns.length,
    names: columns.names.length,
    tails: columns.tails.length,
    leftOut,
    odd: [...columns.odd],
    sections: arrays.map(({ byteLength }) => byteLength),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  let at = aligned(8 + text.length);
  const bytes = new Uint8Array(head.sections.reduce((sum, length) => sum + aligned(length), at));
  new Uint32Array(bytes.buffer, 0, 2).set([byteOrder, text.length]);
  bytes.set(text, 8);
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return bytes;
}

/** Reads what `writeTable` has written; the arrays stay where they are. Undefined for bytes of another machine, or of another length. */
export function readTable(bytes: Uint8Array): StoredTable | undefined {
  const own = bytes.byteOffset % alignment === 0 ? bytes : new Uint8Array(bytes);
  if (own.length < 8) return undefined;
  const [order, headLength = 0] = new Uint32Array(own.buffer, own.byteOffset, 2);
  if (order !== byteOrder || 8 + headLength > own.length) return undefined;
  const head: Head = JSON.parse(new TextDecoder().decode(own.subarray(8, 8 + headLength)));
  let at = own.byteOffset + aligned(8 + headLength);
  const places = head.sections.map((length) => {
    const place = { offset: at, length };
    at += aligned(length);
    return place;
  });
  if (at !== own.byteOffset + own.length) return undefined;
  let section = 0;
  const next = <Kind>(
    type: new (buffer: ArrayBufferLike, offset: number, length: number) => Kind,
    size: number,
  ): Kind => {
    const { offset = 0, length = 0 } = places[section] ?? {};
    section += 1;
    return new type(own.buffer, offset, length / size);
  };
  const columns = new InstrumentColumns();
  columns.length = head.length;
  columns.token = next(Uint32Array, 4);
  columns.exchangeToken = next(Uint32Array, 4);
  columns.lastPrice = next(Float64Array, 8);
  columns.strike = next(Float64Array, 8);
  columns.expiry = next(Uint16Array, 2);
  columns.nameId = next(Uint32Array, 4);
  columns.tailId = next(Uint16Array, 2);
  columns.symbolOffset = next(Uint32Array, 4);
  columns.symbols = next(Uint8Array, 1);
  columns.names = new ByteStrings(next(Uint8Array, 1), next(Uint32Array, 4), head.names);
  columns.tails = new ByteStrings(next(Uint8Array, 1), next(Uint32Array, 4), head.tails);
  for (const [row, instrument] of head.odd) columns.odd.set(row, instrument);
  const index = new RowIndex(columns, next(Uint32Array, 4), next(Uint32Array, 4));
  return columns.token.length === head.length ? { columns, index, leftOut: head.leftOut } : undefined;
}
