import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { constants, createGunzip } from "node:zlib";
import type { RecordedFrame } from "./format.ts";
import { readFrames } from "./read-frames.ts";

/**
 * Gives the frames of a file that `recordTo` wrote, a piece of the file at a time. A name that ends with `.gz` is unpacked on the way. A
 * file that was cut ends with its last whole frame.
 *
 * Throws `InvalidInput` for what is no recording, and Node's own errors: no such file, no permission.
 *
 * @example
 * for await (const { at, bytes } of readRecording("2026-03-02.kite.gz")) console.log(at, decodeFrame(bytes).ticks);
 */
export async function* readRecording(path: string): AsyncGenerator<RecordedFrame, void, undefined> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (!path.endsWith(".gz")) return yield* readFrames(file);
  // Without this option a packed file that was cut is an error instead of an end.
  const unpacked = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  // A failure of the file reaches the loop through `unpacked`, and the end of the loop reaches the file.
  pipeline(file, unpacked, () => {});
  yield* readFrames(unpacked);
}
