import { invalidInput } from "@kite/core";
import { longestFrame, magic, signed, unsigned } from "./format.ts";

/** Where a recording goes: a stream of Node, a list, a socket. */
export interface ByteSink {
  /** Takes bytes that nobody changes any more. What it returns is ignored. */
  write(bytes: Uint8Array): unknown;
}

/**
 * Writes frames into a sink as they come, one `write` each, after one for the head of the recording.
 *
 * @example
 * const parts: Uint8Array[] = [];
 * const recording = new RecordingWriter({ write: (bytes) => parts.push(bytes) });
 * ticker.on("frame", (frame) => recording.add(frame));
 * const file = new Blob(parts);
 */
export class RecordingWriter {
  readonly #sink: ByteSink;
  #last = 0;

  constructor(sink: ByteSink) {
    this.#sink = sink;
    sink.write(Uint8Array.from(magic));
  }

  /** Writes a copy of a frame that came at `at`, to the millisecond. Throws `InvalidInput` for more than 16 MiB and an Invalid Date. */
  add(frame: Uint8Array, at: Date = new Date()): void {
    const time = at.getTime();
    if (Number.isNaN(time)) throw invalidInput("at", "must be a time, got an Invalid Date");
    if (frame.byteLength > longestFrame) throw invalidInput("frame", `must have at most ${longestFrame} bytes`);
    const head = [...signed(time - this.#last), ...unsigned(frame.byteLength)];
    const bytes = new Uint8Array(head.length + frame.byteLength);
    bytes.set(head);
    bytes.set(frame, head.length);
    this.#last = time;
    this.#sink.write(bytes);
  }
}
