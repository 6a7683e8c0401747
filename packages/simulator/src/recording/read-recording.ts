import { constants, gunzipSync } from "node:zlib";
import { MAGIC, RECORD_HEAD, RecordKind } from "./format.ts";
import { type InstrumentRow, readInstrumentRows } from "./instrument-rows.ts";
import { type QuoteRow, readQuoteRows } from "./quote-rows.ts";
import { type TickIndex, TickIndexes } from "./tick-index.ts";

/** Market data of some instruments over some time, as `--record` wrote it. Held in memory, unpacked. */
export interface Recording {
  /** When it begins and ends, epoch ms. */
  readonly start: number;
  readonly end: number;
  readonly instruments: readonly InstrumentRow[];
  /** What was known at the beginning, by key (`NSE:INFY`). */
  readonly quotes: ReadonlyMap<string, QuoteRow>;
  /** By token: every packet that came. */
  readonly ticks: ReadonlyMap<number, TickIndex>;
  /** Messages of the stream. */
  readonly frames: number;
  /** Times (epoch ms) from which to which nothing was recorded, because the stream was gone. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  /** Whether it was finished in order; a recording that was cut off is whole up to its last record. */
  readonly isWhole: boolean;
}

/**
 * Reads the file of a recording.
 *
 * @param bytes - The whole file, or what is left of it.
 * @throws {TypeError} when it is none, or ends before its instruments.
 */
export function readRecording(bytes: Uint8Array): Recording {
  const unpacked = unpack(bytes);
  if (!unpacked.subarray(0, MAGIC.length).equals(MAGIC)) throw new TypeError("recording: this is no recording");
  let instruments: readonly InstrumentRow[] | undefined;
  let quotes: ReadonlyMap<string, QuoteRow> = new Map();
  const ticks = new TickIndexes(unpacked);
  const gaps: { from: number; to: number }[] = [];
  let [frames, lost, isWhole] = [0, undefined as number | undefined, false];
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { kind, at, from, to } of recordsIn(unpacked)) {
    start = Math.min(start, at);
    end = Math.max(end, at);
    if (kind === RecordKind.instruments) instruments = readInstrumentRows(unpacked.toString("utf8", from, to));
    else if (kind === RecordKind.quotes) quotes = readQuoteRows(unpacked.toString("utf8", from, to));
    else if (kind === RecordKind.lost) lost = at;
    else if (kind === RecordKind.end) isWhole = true;
    else if (kind === RecordKind.back && lost !== undefined) {
      gaps.push({ from: lost, to: at });
      lost = undefined;
    } else if (kind === RecordKind.frame) {
      ticks.add(at, from, to);
      frames += 1;
    }
  }
  if (!instruments) throw new TypeError("recording: it ends before its instruments");
  return { start, end, instruments, quotes, ticks: ticks.byToken, frames, gaps, isWhole };
}

/** As much as there is of a stream that may have been cut off. */
function unpack(bytes: Uint8Array): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    throw new TypeError(`recording: this is no recording (${(error as Error).message})`);
  }
}

/** The records that are there to their last byte. */
function* recordsIn(unpacked: Buffer) {
  let place = MAGIC.length;
  while (place + RECORD_HEAD <= unpacked.length) {
    const from = place + RECORD_HEAD;
    const to = from + unpacked.readUInt32BE(place + 9);
    if (to > unpacked.length) return;
    yield { kind: unpacked.readUInt8(place), at: unpacked.readDoubleBE(place + 1), from, to };
    place = to;
  }
}
