import type { Copyable } from "./copyable.ts";
import * as at from "./layout.ts";
import { LiveFields } from "./live-fields.ts";
import { LiveIndexFullTick, LiveIndexQuoteTick } from "./live-index-tick.ts";
import type { LivePacket } from "./live-packet.ts";
import { LiveFullTick, LiveQuoteTick } from "./live-trading-tick.ts";
import { isTradable } from "./segment.ts";
import type { FullTick, IndexFullTick, IndexQuoteTick, LTPTick, QuoteTick, Tick } from "./tick.ts";

type Live<Kind extends Tick> = Kind & Copyable<Kind>;

/**
 * The state of an instrument. Each field is read from the latest packet at the moment it is asked for, in `ohlc` and in the rows of
 * `depth` too, wherever a program keeps them: what is read without an `await` in between is of one packet. A spread has all fields,
 * with the live `ohlc` and `depth`; `copy()` is plain through and through.
 */
export type LiveTick = Live<LTPTick> | Live<QuoteTick> | Live<FullTick> | Live<IndexQuoteTick> | Live<IndexFullTick>;

/** Makes the tick that shows a packet. */
export function liveTick(token: number, packet: LivePacket): LiveTick {
  const { length } = packet;
  if (length === at.FULL_LENGTH) return new LiveFullTick(token, packet);
  if (length === at.QUOTE_LENGTH) return new LiveQuoteTick(token, packet);
  if (length === at.LTP_LENGTH) return new LiveLTPTick(token, packet);
  if (length === at.INDEX_FULL_LENGTH) return new LiveIndexFullTick(token, packet);
  return new LiveIndexQuoteTick(token, packet);
}

class LiveLTPTick extends LiveFields<LTPTick> implements LTPTick {
  readonly mode = "ltp";
  readonly tradable: boolean;

  constructor(token: number, packet: LivePacket) {
    super(token, packet);
    this.tradable = isTradable(token);
  }
}
