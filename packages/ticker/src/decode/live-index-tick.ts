import { timeOf } from "./frame-times.ts";
import * as at from "./layout.ts";
import { LivePrices } from "./live-fields.ts";
import type { LivePacket } from "./live-packet.ts";
import type { IndexFullTick, IndexQuoteTick } from "./tick.ts";

abstract class LiveIndex<Kind extends IndexQuoteTick | IndexFullTick> extends LivePrices<Kind> {
  readonly tradable = false;

  constructor(token: number, packet: LivePacket) {
    super(token, packet, at.INDEX_OPEN, at.INDEX_HIGH, at.INDEX_LOW, at.INDEX_CLOSE);
  }
}

export class LiveIndexQuoteTick extends LiveIndex<IndexQuoteTick> implements IndexQuoteTick {
  readonly mode = "quote";
}

export class LiveIndexFullTick extends LiveIndex<IndexFullTick> implements IndexFullTick {
  readonly mode = "full";

  get exchange_timestamp(): Date | null {
    return timeOf(this.packet().count(at.INDEX_TIMESTAMP));
  }
}
