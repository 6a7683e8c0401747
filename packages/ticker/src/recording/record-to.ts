import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { RecordingWriter } from "./recording-writer.ts";

/** A recording that goes to a file. */
export interface FileRecording {
  /** Bytes that the disk has not taken yet: what a slow disk costs in memory. */
  readonly waiting: number;
  /** Writes a copy of a frame that came at `at`. Does nothing after the end, or after the disk refused something. */
  add(frame: Uint8Array, at?: Date): void;
  /** Ends the file. Rejects with Node's own error when the disk refused something since the start. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Opens a new file and records frames in it. It costs two to four bytes a frame beyond the frame itself. When the process dies, the
 * file is whole up to one of its last frames.
 *
 * Rejects with Node's own errors, of which `EEXIST` is one: a recording is not overwritten.
 *
 * @example
 * await using recording = await recordTo(`${formatIstDate(new Date())}.kite`);
 * ticker.on("frame", (frame) => recording.add(frame));
 */
export async function recordTo(path: string): Promise<FileRecording> {
  const stream = createWriteStream(path, { flags: "wx" });
  await once(stream, "open");
  let failure: Error | undefined;
  // Without a listener, a full disk would end the process.
  stream.on("error", (error) => {
    failure = error;
  });
  const writer = new RecordingWriter(stream);
  const close = async (): Promise<void> => {
    if (!stream.closed) {
      const closed = once(stream, "close");
      stream.end();
      await closed;
    }
    if (failure) throw failure;
  };
  return {
    get waiting() {
      return stream.writableLength;
    },
    add(frame, at) {
      if (stream.writable) writer.add(frame, at);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
