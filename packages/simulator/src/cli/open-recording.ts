import { readFileSync } from "node:fs";
import { type Recording, readRecording } from "../recording/read-recording.ts";
import { Failure } from "./failure.ts";
import { wallClock } from "./market-state.ts";

/** @throws {Failure} when there is no such file, or it is no recording. */
export function openRecording(file: string): Recording {
  try {
    return readRecording(readFileSync(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(code === "ENOENT" ? `there is no ${file}; --record makes one` : `${file}: ${message}`);
  }
}

/** What a recording holds, in a line. */
export function recordingLine({ instruments, frames, end, gaps, isWhole }: Recording): string {
  const parts = [
    `${instruments.length} instruments`,
    `${frames.toLocaleString("en-IN")} frames`,
    `until ${wallClock(end)}`,
    ...(gaps.length > 0 ? [`the stream was gone ${gaps.length} ${gaps.length === 1 ? "time" : "times"}`] : []),
    ...(isWhole ? [] : ["cut off there"]),
  ];
  return parts.join(", ");
}
