export type { RecordedFrame } from "./recording/format.ts";
export { readRecording } from "./recording/read-recording.ts";
export { type FileRecording, recordTo } from "./recording/record-to.ts";
