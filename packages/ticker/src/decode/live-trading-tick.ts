import type { Depth, DepthLevel } from "@kite/models";
import { timeOf } from "./frame-times.ts";
import { LivePrices } from "./live-prices.ts";
import type { FullTick, QuoteTick } from "./tick.ts";

// Offsets are literals here, beside the names of their fields. An imported constant is read from memory at each use, which makes an
// update a quarter slower. `layout.ts` has the whole table.

abstract class LiveTrading<Kind extends QuoteTick | FullTick> extends LivePrices<Kind> {
  readonly tradable = true;
  last_traded_quantity = 0;
  average_traded_price = 0;
  volume_traded = 0;
  total_buy_quantity = 0;
  total_sell_quantity = 0;

  overwrite(view: DataView, offset: number, divisor: number): void {
    this.overwritePrices(view.getInt32(offset + 4), view.getInt32(offset + 40), divisor);
    this.ohlc.open = view.getInt32(offset + 28) / divisor;
    this.ohlc.high = view.getInt32(offset + 32) / divisor;
    this.ohlc.low = view.getInt32(offset + 36) / divisor;
    this.last_traded_quantity = view.getUint32(offset + 8);
    this.average_traded_price = view.getInt32(offset + 12) / divisor;
    this.volume_traded = view.getUint32(offset + 16);
    this.total_buy_quantity = view.getUint32(offset + 20);
    this.total_sell_quantity = view.getUint32(offset + 24);
  }
}

export class LiveQuoteTick extends LiveTrading<QuoteTick> implements QuoteTick {
  readonly mode = "quote";

  copy(): QuoteTick {
    return { ...this, ...this.copyPrices() };
  }
}

export class LiveFullTick extends LiveTrading<FullTick> implements FullTick {
  readonly mode = "full";
  oi = 0;
  oi_day_high = 0;
  oi_day_low = 0;
  readonly depth: Depth;
  #tradeTime = 0;
  #timestamp = 0;
  // The rows of `depth`. Each has a name here, since finding them in the lists takes a fifth of the time of an update.
  readonly #bid0: DepthLevel = emptyRow();
  readonly #bid1: DepthLevel = emptyRow();
  readonly #bid2: DepthLevel = emptyRow();
  readonly #bid3: DepthLevel = emptyRow();
  readonly #bid4: DepthLevel = emptyRow();
  readonly #offer0: DepthLevel = emptyRow();
  readonly #offer1: DepthLevel = emptyRow();
  readonly #offer2: DepthLevel = emptyRow();
  readonly #offer3: DepthLevel = emptyRow();
  readonly #offer4: DepthLevel = emptyRow();

  constructor(token: number) {
    super(token);
    this.depth = {
      buy: [this.#bid0, this.#bid1, this.#bid2, this.#bid3, this.#bid4],
      sell: [this.#offer0, this.#offer1, this.#offer2, this.#offer3, this.#offer4],
    };
  }

  get last_trade_time(): Date | null {
    return timeOf(this.#tradeTime);
  }

  get exchange_timestamp(): Date | null {
    return timeOf(this.#timestamp);
  }

  override overwrite(view: DataView, offset: number, divisor: number): void {
    super.overwrite(view, offset, divisor);
    this.oi = view.getUint32(offset + 48);
    this.oi_day_high = view.getUint32(offset + 52);
    this.oi_day_low = view.getUint32(offset + 56);
    this.#tradeTime = view.getUint32(offset + 44);
    this.#timestamp = view.getUint32(offset + 60);
    let row = this.#bid0;
    row.price = view.getInt32(offset + 68) / divisor;
    row.quantity = view.getUint32(offset + 64);
    row.orders = view.getUint16(offset + 72);
    row = this.#bid1;
    row.price = view.getInt32(offset + 80) / divisor;
    row.quantity = view.getUint32(offset + 76);
    row.orders = view.getUint16(offset + 84);
    row = this.#bid2;
    row.price = view.getInt32(offset + 92) / divisor;
    row.quantity = view.getUint32(offset + 88);
    row.orders = view.getUint16(offset + 96);
    row = this.#bid3;
    row.price = view.getInt32(offset + 104) / divisor;
    row.quantity = view.getUint32(offset + 100);
    row.orders = view.getUint16(offset + 108);
    row = this.#bid4;
    row.price = view.getInt32(offset + 116) / divisor;
    row.quantity = view.getUint32(offset + 112);
    row.orders = view.getUint16(offset + 120);
    row = this.#offer0;
    row.price = view.getInt32(offset + 128) / divisor;
    row.quantity = view.getUint32(offset + 124);
    row.orders = view.getUint16(offset + 132);
    row = this.#offer1;
    row.price = view.getInt32(offset + 140) / divisor;
    row.quantity = view.getUint32(offset + 136);
    row.orders = view.getUint16(offset + 144);
    row = this.#offer2;
    row.price = view.getInt32(offset + 152) / divisor;
    row.quantity = view.getUint32(offset + 148);
    row.orders = view.getUint16(offset + 156);
    row = this.#offer3;
    row.price = view.getInt32(offset + 164) / divisor;
    row.quantity = view.getUint32(offset + 160);
    row.orders = view.getUint16(offset + 168);
    row = this.#offer4;
    row.price = view.getInt32(offset + 176) / divisor;
    row.quantity = view.getUint32(offset + 172);
    row.orders = view.getUint16(offset + 180);
  }

  copy(): FullTick {
    return {
      ...this,
      ...this.copyPrices(),
      last_trade_time: this.last_trade_time,
      exchange_timestamp: this.exchange_timestamp,
      depth: { buy: copyRows(this.depth.buy), sell: copyRows(this.depth.sell) },
    };
  }
}

const emptyRow = (): DepthLevel => ({ price: 0, quantity: 0, orders: 0 });

const copyRows = (rows: readonly DepthLevel[]): DepthLevel[] => rows.map((row) => ({ ...row }));
