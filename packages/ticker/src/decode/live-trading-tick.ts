import type { Depth, DepthLevel } from "@kite/models";
import { timeOf } from "./frame-times.ts";
import { FULL_LENGTH, QUOTE_LENGTH } from "./layout.ts";
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

  get packetLength(): number {
    return QUOTE_LENGTH;
  }

  copy(): QuoteTick {
    return { ...this, ...this.copyPrices() };
  }
}

export class LiveFullTick extends LiveTrading<FullTick> implements FullTick {
  readonly mode = "full";
  oi = 0;
  oi_day_high = 0;
  oi_day_low = 0;
  readonly depth: Depth = { buy: emptyRows(), sell: emptyRows() };
  #tradeTime = 0;
  #timestamp = 0;

  get packetLength(): number {
    return FULL_LENGTH;
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
    overwriteRows(this.depth.buy, view, offset + 64, divisor);
    overwriteRows(this.depth.sell, view, offset + 124, divisor);
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

const emptyRows = (): DepthLevel[] => Array.from({ length: 5 }, () => ({ price: 0, quantity: 0, orders: 0 }));

const copyRows = (rows: readonly DepthLevel[]): DepthLevel[] => rows.map((row) => ({ ...row }));

function overwriteRows(rows: readonly DepthLevel[], view: DataView, offset: number, divisor: number): void {
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as DepthLevel;
    const start = offset + index * 12;
    row.price = view.getInt32(start + 4) / divisor;
    row.quantity = view.getUint32(start);
    row.orders = view.getUint16(start + 8);
  }
}
