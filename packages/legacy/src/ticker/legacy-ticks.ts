import { decodeFrame, type Tick as NewTick } from "@kite/ticker/decode";
import type { Tick } from "../types/tick.ts";

/** Reads the ticks of a binary message, in the old form. Packets that cannot be read are left out. */
export const readTicks = (message: ArrayBuffer | Uint8Array): Tick[] =>
  decodeFrame(message instanceof Uint8Array ? message : new Uint8Array(message)).ticks.map(legacyTick);

/** Low byte of an index's token. */
const INDICES = 9;

/** Gives a tick its old form: one `change`, in percent, 0 where there is no close to compare with. */
export function legacyTick(tick: NewTick): Tick {
  const tradable = (tick.instrument_token & 0xff) !== INDICES;
  if (!("ohlc" in tick)) return { ...tick, tradable };
  const { change_absolute, change_percent, ...rest } = tick;
  const { last_price, ohlc } = tick;
  // From prices in rupees, as the old client computes it: programs compare it with what they have stored.
  const change = ohlc.close === 0 ? 0 : ((last_price - ohlc.close) * 100) / ohlc.close;
  return { ...rest, tradable, change };
}
