import type { OHLC } from "@kite/models";
import { absoluteChange, percentChange } from "./change.ts";
import { Copyable } from "./copyable.ts";
import type { LTPTick, Tick } from "./tick.ts";

type PricesTick = Exclude<Tick, LTPTick>;

/** What live ticks of all instruments have in common, from mode `quote` up. */
export abstract class LivePrices<Kind extends PricesTick> extends Copyable<Kind> {
  readonly instrument_token: number;
  last_price = 0;
  readonly ohlc: OHLC = { open: 0, high: 0, low: 0, close: 0 };
  #last = 0;
  #close = 0;
  #divisor = 1;

  constructor(token: number) {
    super();
    this.instrument_token = token;
  }

  // A field that is null now and a number then would cost an allocation each time it is written.
  get change_absolute(): number | null {
    return absoluteChange(this.#last, this.#close, this.#divisor);
  }

  get change_percent(): number | null {
    return percentChange(this.#last, this.#close);
  }

  /** Takes the raw prices that changes are computed from. */
  protected overwritePrices(last: number, close: number, divisor: number): void {
    this.#last = last;
    this.#close = close;
    this.#divisor = divisor;
    this.last_price = last / divisor;
    this.ohlc.close = close / divisor;
  }

  protected copyPrices(): Pick<PricesTick, "ohlc" | "change_absolute" | "change_percent"> {
    return { ohlc: { ...this.ohlc }, change_absolute: this.change_absolute, change_percent: this.change_percent };
  }
}
