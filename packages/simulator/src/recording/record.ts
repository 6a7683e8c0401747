import { RecordKind } from "./format.ts";
import { FrameSource } from "./frame-source.ts";
import { pickInstrumentLines, readInstrumentRows } from "./instrument-rows.ts";
import { RecordingWriter } from "./recording-writer.ts";
import { ask, askQuotes, clockOf, type Source, SourceError } from "./source.ts";

/** The most that one socket takes. */
const MOST_INSTRUMENTS = 3000;

/** How a recording is going. */
export interface Progress {
  readonly instruments: number;
  readonly frames: number;
  /** In the file. */
  readonly bytes: number;
  /** Since when, epoch ms of the market's clock, and for how long. */
  readonly start: number;
  readonly ms: number;
  /** Why the stream is gone; undefined while it is there. */
  readonly lost: string | undefined;
}

/** A recording that is being made. */
export interface RecordingInProgress {
  progress(): Progress;
  /** Settles when it cannot go on: the access token has died, or the file cannot be written. */
  readonly broken: Promise<Error>;
  /** Finishes the file. @throws what kept it from being written. */
  end(): Promise<void>;
}

/**
 * Begins to record some instruments: their rows of the dump, their quotes, and from then on everything that the stream
 * says about them.
 *
 * @param path - File to write; must not exist.
 * @param keys - Exchange and symbol of each, e.g. `NSE:INFY`.
 * @throws {SourceError} when the server does not list one of them, or does not answer.
 */
export async function record(source: Source, path: string, keys: readonly string[]): Promise<RecordingInProgress> {
  if (keys.length > MOST_INSTRUMENTS) {
    throw new SourceError(`one connection takes ${MOST_INSTRUMENTS} instruments, and these are ${keys.length}`);
  }
  const now = await clockOf(source);
  const csv = await askInstruments(source, keys);
  const quotes = JSON.stringify(await askQuotes(source, keys));
  const tokens = readInstrumentRows(csv).map((row) => Number(row.instrument_token));

  let fail = (_: Error): void => {};
  const broken = new Promise<Error>((resolve) => {
    fail = resolve;
  });
  const writer = new RecordingWriter(path, fail);
  const start = now();
  writer.write(RecordKind.instruments, start, Buffer.from(csv));
  writer.write(RecordKind.quotes, start, Buffer.from(quotes));
  let frames = 0;
  let lost: string | undefined = "not there yet";
  const stream = new FrameSource(source, tokens, {
    frame(bytes) {
      frames += 1;
      writer.write(RecordKind.frame, now(), bytes);
    },
    lost(why) {
      if (frames > 0 && lost === undefined) writer.write(RecordKind.lost, now());
      lost = why;
    },
    back() {
      if (frames > 0) writer.write(RecordKind.back, now());
      lost = undefined;
    },
    refused() {
      fail(new SourceError(`${source.ws} does not take the access token`));
    },
  });
  return {
    progress: () => ({ instruments: tokens.length, frames, bytes: writer.bytes, start, ms: now() - start, lost }),
    broken,
    async end() {
      stream.close();
      await writer.end(now());
    },
  };
}

/** The rows of the dumps that were asked for, in their order, with one header. */
async function askInstruments(source: Source, keys: readonly string[]): Promise<string> {
  const wanted = new Set(keys);
  const lines = new Map<string, string>();
  let header = "";
  for (const exchange of new Set(keys.map((key) => key.slice(0, key.indexOf(":"))))) {
    const picked = pickInstrumentLines(await ask(source, `/instruments/${encodeURIComponent(exchange)}`), wanted);
    header = picked.header;
    for (const [key, line] of picked.lines) lines.set(key, line);
  }
  const unknown = keys.filter((key) => !lines.has(key));
  if (unknown.length > 0) throw new SourceError(`${source.root} does not list ${unknown.slice(0, 5).join(", ")}`);
  return [header, ...keys.map((key) => lines.get(key) ?? ""), ""].join("\n");
}
