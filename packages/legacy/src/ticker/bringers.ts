import type { Ticker } from "@kite/ticker";
import { legacyTick } from "./legacy-ticks.ts";
import type { OldEvent } from "./listeners.ts";
import { orderAsSent } from "./order-as-sent.ts";

type Bringer = (stream: Ticker, tell: (value: unknown) => void) => void;

/** What a stream brings for the old events that carry data. */
export const bringers: { readonly [Event in OldEvent]?: Bringer } = {
  // A copy: the frame may be a part of a buffer that is used again.
  message: (stream, tell) => void stream.on("frame", (frame) => tell(frame.slice().buffer)),
  ticks: (stream, tell) => void stream.on("ticks", (ticks) => tell(ticks.map(legacyTick))),
  order_update: (stream, tell) => void stream.on("order", ({ order, raw }) => tell(raw ?? orderAsSent(order))),
};
