import { Copyable } from "./copyable.ts";
import * as at from "./layout.ts";
import { LiveIndexFullTick, LiveIndexQuoteTick } from "./live-index-tick.ts";
import { LiveFullTick, LiveQuoteTick } from "./live-trading-tick.ts";
import { isTradable } from "./segment.ts";
import type { FullTick, IndexFullTick, IndexQuoteTick, LTPTick, QuoteTick, Tick } from "./tick.ts";

type Live<Kind extends Tick> = Kind & Copyable<Kind>;

/**
 * The state of an instrument, overwritten by each of its packets, together with the objects in it. Changes and times are made when
 * they are read; a spread (`{ ...tick }`) lacks them, `copy()` does not.
 */
export type LiveTick = Live<LTPTick> | Live<QuoteTick> | Live<FullTick> | Live<IndexQuoteTick> | Live<IndexFullTick>;

/** A live tick, as the one who fills it sees it. */
export type WritableTick = LiveTick & {
  overwrite(view: DataView, offset: number, divisor: number): void;
};

/** Makes an empty tick for packets of this length. */
export function writableTick(token: number, length: number): WritableTick {
  if (length === at.FULL_LENGTH) return new LiveFullTick(token);
  if (length === at.QUOTE_LENGTH) return new LiveQuoteTick(token);
  if (length === at.LTP_LENGTH) return new LiveLTPTick(token);
  if (length === at.INDEX_FULL_LENGTH) return new LiveIndexFullTick(token);
  return new LiveIndexQuoteTick(token);
}

class LiveLTPTick extends Copyable<LTPTick> implements LTPTick {
  readonly mode = "ltp";
  readonly tradable: boolean;
  readonly instrument_token: number;
  last_price = 0;

  constructor(token: number) {
    super();
    this.tradable = isTradable(token);
    this.instrument_token = token;
  }

  overwrite(view: DataView, offset: number, divisor: number): void {
    this.last_price = view.getInt32(offset + at.LAST_PRICE) / divisor;
  }

  copy(): LTPTick {
    return { ...this };
  }
}
