import type { Depth } from "@kite/models";
import { timeOf } from "./frame-times.ts";
import * as at from "./layout.ts";
import { liveDepth } from "./live-depth.ts";
import { LivePrices } from "./live-fields.ts";
import type { LivePacket } from "./live-packet.ts";
import type { FullTick, QuoteTick } from "./tick.ts";

abstract class LiveTrading<Kind extends QuoteTick | FullTick> extends LivePrices<Kind> {
  readonly tradable = true;

  constructor(token: number, packet: LivePacket) {
    super(token, packet, at.OPEN, at.HIGH, at.LOW, at.CLOSE);
  }

  get last_traded_quantity(): number {
    return this.packet().count(at.LAST_QUANTITY);
  }

  get average_traded_price(): number {
    return this.packet().price(at.AVERAGE_PRICE);
  }

  get volume_traded(): number {
    return this.packet().count(at.VOLUME);
  }

  get total_buy_quantity(): number {
    return this.packet().count(at.BUY_QUANTITY);
  }

  get total_sell_quantity(): number {
    return this.packet().count(at.SELL_QUANTITY);
  }
}

export class LiveQuoteTick extends LiveTrading<QuoteTick> implements QuoteTick {
  readonly mode = "quote";
}

export class LiveFullTick extends LiveTrading<FullTick> implements FullTick {
  readonly mode = "full";
  #depth: Depth | undefined;

  get last_trade_time(): Date | null {
    return timeOf(this.packet().count(at.TRADE_TIME));
  }

  get exchange_timestamp(): Date | null {
    return timeOf(this.packet().count(at.TIMESTAMP));
  }

  get oi(): number {
    return this.packet().count(at.OI);
  }

  get oi_day_high(): number {
    return this.packet().count(at.OI_HIGH);
  }

  get oi_day_low(): number {
    return this.packet().count(at.OI_LOW);
  }

  get depth(): Depth {
    this.#depth ??= liveDepth(this.packet());
    return this.#depth;
  }
}
