/**
 * Reads frames by the tables of the documentation. It shares nothing with the code that writes them, and it is strict:
 * what a tolerant client would skip is an error here.
 */

/** A packet with its prices as the wire has them, whole numbers. */
export interface ReadPacket {
  readonly token: number;
  readonly length: number;
  readonly last: number;
  /** Everything else that packets of this length have. */
  readonly fields: Readonly<Record<string, number>>;
  /** Ten levels of quantity, price and orders: five bids and five offers. Empty on all but packets of 184 bytes. */
  readonly levels: readonly (readonly [quantity: number, price: number, orders: number])[];
}

const TRADABLE = ["quantity", "average", "volume", "buy", "sell", "open", "high", "low", "close"];
const BEYOND_QUOTE = ["tradeTime", "oi", "oiHigh", "oiLow", "time"];
const INDEX = ["high", "low", "open", "close", "change"];

/** Names of the 4-byte fields behind token and last price. */
const FIELDS: Readonly<Record<number, readonly string[]>> = {
  8: [],
  28: INDEX,
  32: [...INDEX, "time"],
  44: TRADABLE,
  184: [...TRADABLE, ...BEYOND_QUOTE],
};

export function readFrame(frame: Buffer): ReadPacket[] {
  const packets: ReadPacket[] = [];
  let offset = 2;
  for (let number = frame.readUInt16BE(0); number > 0; number -= 1) {
    const length = frame.readUInt16BE(offset);
    packets.push(readPacket(frame.subarray(offset + 2, offset + 2 + length), length));
    offset += 2 + length;
  }
  if (offset !== frame.length) throw new Error(`${frame.length - offset} bytes too many`);
  return packets;
}

export function readPacket(bytes: Buffer, length: number = bytes.length): ReadPacket {
  const names = FIELDS[length];
  if (!names || bytes.length !== length) throw new Error(`A packet of ${length} bytes with ${bytes.length} in it`);
  const fields = Object.fromEntries(names.map((name, place) => [name, bytes.readUInt32BE(8 + 4 * place)]));
  return { token: bytes.readUInt32BE(0), length, last: bytes.readInt32BE(4), fields, levels: levelsOf(bytes) };
}

function levelsOf(bytes: Buffer): [number, number, number][] {
  if (bytes.length !== 184) return [];
  return Array.from({ length: 10 }, (_, place) => {
    const at = 64 + 12 * place;
    if (bytes.readUInt16BE(at + 10) !== 0) throw new Error("The padding is not empty");
    return [bytes.readUInt32BE(at), bytes.readInt32BE(at + 4), bytes.readUInt16BE(at + 8)];
  });
}
