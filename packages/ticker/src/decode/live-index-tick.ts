import { timeOf } from "./frame-times.ts";
import * as at from "./layout.ts";
import { LivePrices } from "./live-prices.ts";
import type { IndexFullTick, IndexQuoteTick } from "./tick.ts";

abstract class LiveIndex<Kind extends IndexQuoteTick | IndexFullTick> extends LivePrices<Kind> {
  readonly tradable = false;

  overwrite(view: DataView, offset: number, divisor: number): void {
    this.overwritePrices(view.getInt32(offset + at.LAST_PRICE), view.getInt32(offset + at.INDEX_CLOSE), divisor);
    this.ohlc.open = view.getInt32(offset + at.INDEX_OPEN) / divisor;
    this.ohlc.high = view.getInt32(offset + at.INDEX_HIGH) / divisor;
    this.ohlc.low = view.getInt32(offset + at.INDEX_LOW) / divisor;
  }
}

export class LiveIndexQuoteTick extends LiveIndex<IndexQuoteTick> implements IndexQuoteTick {
  readonly mode = "quote";

  copy(): IndexQuoteTick {
    return { ...this, ...this.copyPrices() };
  }
}

export class LiveIndexFullTick extends LiveIndex<IndexFullTick> implements IndexFullTick {
  readonly mode = "full";
  #timestamp = 0;

  get exchange_timestamp(): Date | null {
    return timeOf(this.#timestamp);
  }

  override overwrite(view: DataView, offset: number, divisor: number): void {
    super.overwrite(view, offset, divisor);
    this.#timestamp = view.getUint32(offset + at.INDEX_TIMESTAMP);
  }

  copy(): IndexFullTick {
    return { ...this, ...this.copyPrices(), exchange_timestamp: this.exchange_timestamp };
  }
}
