import { FULL_LENGTH, INDEX_FULL_LENGTH, INDEX_QUOTE_LENGTH, LTP_LENGTH, QUOTE_LENGTH } from "./layout.ts";

/** A binary message. A heartbeat has one byte. */
export type Frame = ArrayBuffer | Uint8Array;

/** Bytes of a frame that are not a tick. The rest of the frame is delivered. */
export interface FrameProblem {
  /**
   * - `unknown-length`: packets of a length that means nothing here; one problem for each length.
   * - `truncated`: the frame ends before the packets that it announces.
   * - `trailing-bytes`: the frame goes on after them.
   */
  readonly kind: "unknown-length" | "truncated" | "trailing-bytes";
  /** Where it begins in the frame, the first time. */
  readonly offset: number;
  /** Bytes: of one such packet, or all that is left of the frame. */
  readonly length: number;
  /** Packets that are lost. */
  packets: number;
}

/**
 * Calls `visit` for each packet of a known length, and gives what could not be read. Never points outside the frame, and throws only
 * what `visit` throws.
 */
export function walkFrame(
  frame: Frame,
  visit: (view: DataView, offset: number, length: number) => void,
): FrameProblem[] {
  const problems: FrameProblem[] = [];
  const size = frame.byteLength;
  // A heartbeat; or a buffer that was transferred away, over which no view can be laid.
  if (size < 2) return problems;
  const view = ArrayBuffer.isView(frame) ? new DataView(frame.buffer, frame.byteOffset, size) : new DataView(frame);

  let left = view.getUint16(0);
  let end = 2;
  while (left > 0 && end + 2 <= size) {
    const offset = end + 2;
    const length = view.getUint16(end);
    if (offset + length > size) break;
    if (isKnown(length)) visit(view, offset, length);
    else addUnknown(problems, offset, length);
    end = offset + length;
    left -= 1;
  }

  if (left > 0) problems.push({ kind: "truncated", offset: end, length: size - end, packets: left });
  else if (end < size) problems.push({ kind: "trailing-bytes", offset: end, length: size - end, packets: 0 });
  return problems;
}

const isKnown = (length: number): boolean =>
  length === FULL_LENGTH ||
  length === QUOTE_LENGTH ||
  length === LTP_LENGTH ||
  length === INDEX_QUOTE_LENGTH ||
  length === INDEX_FULL_LENGTH;

function addUnknown(problems: FrameProblem[], offset: number, length: number): void {
  const same = problems.find((problem) => problem.length === length);
  if (same) same.packets += 1;
  else problems.push({ kind: "unknown-length", offset, length, packets: 1 });
}
