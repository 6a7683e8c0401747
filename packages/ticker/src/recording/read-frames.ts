import { invalidInput } from "@kite/core";
import { longestFrame, magic, type RecordedFrame, unfold } from "./format.ts";

/** Bytes in pieces, cut anywhere: a stream of Node, the body of a `Response`, a list. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Gives the frames of a recording one by one, reading no further than it must. A recording that was cut ends with its last whole frame.
 *
 * Throws `InvalidInput` for what is no recording, for one of a later version, and where bytes in its middle were changed so that no
 * frame can follow.
 *
 * @example
 * const file = new Uint8Array(await (await fetch("/recordings/monday.kite")).arrayBuffer());
 * for await (const { at, bytes } of readFrames([file])) console.log(at, decodeFrame(bytes).ticks);
 */
export async function* readFrames(chunks: ByteChunks): AsyncGenerator<RecordedFrame, void, undefined> {
  let rest: Uint8Array = new Uint8Array();
  let isBegun = false;
  let time = 0;
  for await (const chunk of chunks) {
    rest = joined(rest, chunk);
    if (!isBegun) {
      checkMagic(rest);
      if (rest.length < magic.length) continue;
      isBegun = true;
      rest = rest.subarray(magic.length);
    }
    for (let frame = frameIn(rest); frame; frame = frameIn(rest)) {
      time += frame.since;
      rest = rest.subarray(frame.end);
      yield { at: new Date(time), bytes: frame.bytes };
    }
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function checkMagic(start: Uint8Array): void {
  const version = magic.length - 1;
  if (magic.slice(0, version).some((byte, index) => index < start.length && byte !== start[index])) {
    throw invalidInput("recording", "is none: it does not begin with KITEREC");
  }
  if (start.length > version && start[version] !== magic[version]) {
    throw invalidInput("recording", `has version ${start[version]}, and this release reads ${magic[version]}`);
  }
}

interface Found {
  /** Milliseconds since the frame before. */
  readonly since: number;
  readonly bytes: Uint8Array;
  /** Index of the first byte after the frame. */
  readonly end: number;
}

/** Finds the first frame; undefined when it is not there as a whole. */
function frameIn(bytes: Uint8Array): Found | undefined {
  const since = numberAt(bytes, 0);
  const length = since && numberAt(bytes, since.end);
  if (!length) return undefined;
  if (length.value > longestFrame) throw broken(`a frame of ${length.value} bytes`);
  const end = length.end + length.value;
  if (end > bytes.length) return undefined;
  return { since: unfold(since.value), bytes: bytes.subarray(length.end, end), end };
}

function numberAt(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let index = start; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    value += (byte % 128) * 128 ** (index - start);
    if (byte < 128) return { value, end: index + 1 };
    if (index - start === 7) throw broken("a number of more than eight bytes");
  }
  return undefined;
}

const broken = (what: string) => invalidInput("recording", `is damaged: it has ${what}`);
