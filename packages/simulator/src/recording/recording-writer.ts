import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { constants, createGzip, type Gzip } from "node:zlib";
import { encodeRecord, MAGIC, RecordKind } from "./format.ts";

/** How much may be lost when the process is ended from outside. */
const FLUSH_EVERY_MS = 1000;

/** Writes the file of a recording. */
export class RecordingWriter {
  readonly #gzip: Gzip;
  readonly #file: WriteStream;
  readonly #done: Promise<void>;
  readonly #flushing: NodeJS.Timeout;
  #failure: Error | undefined;

  /**
   * @param path - Must not exist yet.
   * @param onFailure - Hears that nothing can be written any more, and why.
   */
  constructor(path: string, onFailure: (error: Error) => void) {
    // what is quickest: the frames come while the market is open
    this.#gzip = createGzip({ level: constants.Z_BEST_SPEED });
    this.#file = createWriteStream(path, { flags: "wx" });
    this.#gzip.pipe(this.#file);
    this.#done = finished(this.#file).catch((error: Error) => {
      this.#failure = error;
      onFailure(error);
    });
    this.#flushing = setInterval(() => this.#gzip.flush(constants.Z_SYNC_FLUSH), FLUSH_EVERY_MS).unref();
    this.#gzip.write(MAGIC);
  }

  /** Bytes in the file so far. */
  get bytes(): number {
    return this.#file.bytesWritten;
  }

  write(kind: number, at: number, rest?: Uint8Array): void {
    if (!this.#failure) this.#gzip.write(encodeRecord(kind, at, rest));
  }

  /** Finishes the file. @throws what kept it from being written. */
  async end(at: number): Promise<void> {
    clearInterval(this.#flushing);
    this.write(RecordKind.end, at);
    this.#gzip.end();
    await this.#done;
    if (this.#failure) throw this.#failure;
  }
}
