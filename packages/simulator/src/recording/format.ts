/**
 * The file of a recording: one gzip stream, flushed every second. A file that was cut off can be read up to its last
 * whole record. Unpacked it is the eight bytes of `MAGIC`, and then records:
 *
 * | bytes | type             | meaning                       |
 * | ----- | ---------------- | ----------------------------- |
 * | 1     | uint8            | kind, see `RecordKind`        |
 * | 8     | float64          | when, epoch ms                |
 * | 4     | uint32           | length of the rest            |
 * | …     |                  | the rest                      |
 *
 * Numbers are big-endian, as on the stream.
 *
 * | kind          | the rest                                                                                    |
 * | ------------- | ------------------------------------------------------------------------------------------- |
 * | `instruments` | the rows of the dump that were asked for, as CSV with its header                            |
 * | `quotes`      | what `GET /quote` said about them at the beginning, as JSON: an object by key (`NSE:INFY`)  |
 * | `frame`       | a binary message of the stream, as it came                                                  |
 * | `lost`        | nothing: from here on the stream was gone                                                   |
 * | `back`        | nothing: it is there again                                                                  |
 * | `end`         | nothing: the recording was finished in order                                                |
 *
 * `instruments` and `quotes` come first, and once. Readers pass over kinds they do not know. Nothing in a file says whose
 * account it was: text messages of the stream, which carry orders, are never recorded.
 */
export const MAGIC: Uint8Array = new TextEncoder().encode("KITEREC1");

/** What a record is about. */
export const RecordKind = { instruments: 1, quotes: 2, frame: 3, lost: 4, back: 5, end: 6 } as const;

/** Length of what comes before the rest of a record, in bytes. */
export const RECORD_HEAD = 13;

/** A record as bytes. */
export function encodeRecord(kind: number, at: number, rest: Uint8Array = new Uint8Array()): Buffer {
  const record = Buffer.alloc(RECORD_HEAD + rest.byteLength);
  record.writeUInt8(kind, 0);
  record.writeDoubleBE(at, 1);
  record.writeUInt32BE(rest.byteLength, 9);
  record.set(rest, RECORD_HEAD);
  return record;
}
