import { type Instrument, isIndex } from "../market/instrument.ts";
import type { Minute } from "../market/trades.ts";
import { divisorOf } from "../stream/packet.ts";
import type { TickIndex } from "./tick-index.ts";

const MINUTE_MS = 60_000;

/**
 * Makes candles of a minute from what was recorded in some time, both ends (epoch ms) included. Volume is how far the
 * day's volume got in the minute; a minute without trades has none.
 *
 * @param volumeBefore - The day's volume when the recording began.
 */
export function recordedMinutes(
  instrument: Instrument,
  ticks: TickIndex,
  { from, to, volumeBefore }: { readonly from: number; readonly to: number; readonly volumeBefore: number },
): Minute[] {
  const paise = divisorOf(instrument.instrument_token) / 100;
  const index = isIndex(instrument);
  const first = ticks.upTo(from - 1) + 1;
  let volume = first === 0 || index ? volumeBefore : ticks.packet(first - 1).readUInt32BE(16);
  const minutes: Minute[] = [];
  for (let place = first; place < ticks.length && ticks.timeOf(place) <= to; place += 1) {
    const packet = ticks.packet(place);
    const reached = index ? 0 : packet.readUInt32BE(16);
    // less than before: another day has begun
    const traded = reached < volume ? reached : reached - volume;
    volume = reached;
    if (traded === 0 && !index) continue;
    const at = Math.floor(ticks.timeOf(place) / MINUTE_MS) * MINUTE_MS;
    grow(minutes, {
      at,
      price: packet.readInt32BE(4) / paise,
      volume: traded,
      oi: index ? 0 : packet.readUInt32BE(48),
    });
  }
  return minutes;
}

function grow(
  minutes: Minute[],
  { at, price, volume, oi }: { at: number; price: number; volume: number; oi: number },
): void {
  const latest = minutes.at(-1);
  if (latest?.at !== at) {
    minutes.push({ at, open: price, high: price, low: price, close: price, volume, oi });
    return;
  }
  const [high, low] = [Math.max(latest.high, price), Math.min(latest.low, price)];
  minutes[minutes.length - 1] = { ...latest, high, low, close: price, volume: latest.volume + volume, oi };
}
