import type { Instrument } from "../market/instrument.ts";
import type { Product, Side } from "../portfolio/position.ts";
import type { Desk } from "./desk.ts";
import { closeOf, nextOpening } from "./opening-hours.ts";
import type { IcebergState, Order } from "./order.ts";
import type { OrderType, Validity, Variety } from "./vocabulary.ts";

/** What makes an order; everything else follows from it and the hour. Prices are rupees, 0 when unused. */
export interface Draft {
  readonly user_id: string;
  readonly instrument: Instrument;
  readonly variety: Variety;
  readonly transaction_type: Side;
  readonly order_type: OrderType;
  readonly product: Product;
  readonly quantity: number;
  readonly price: number;
  readonly trigger_price: number;
  readonly disclosed_quantity: number;
  readonly validity: Validity;
  readonly validity_ttl: number;
  readonly market_protection: number;
  readonly tag: string | null;
  readonly auction_number: string | undefined;
  readonly iceberg: IcebergState | undefined;
  readonly parent_order_id: string | null;
  readonly systemTags: readonly string[];
  /** Default: the user. */
  readonly placed_by?: string;
  /** Default: the app of a new order. Null when it comes from none. */
  readonly apiKey?: string | null;
  /** Epoch ms before which it cannot be seen, because what it comes from cannot. Default: that of a new order. */
  readonly visibleAt?: number;
}

/** What the row of a new order depends on besides its draft. */
export interface OrderSource
  extends Pick<Desk, "clock" | "ids" | "marketHours" | "orderDelayMs" | "hiddenForMs" | "apiKey"> {
  /** Where the calendar comes from. Default: one without special sessions. */
  readonly market?: Pick<Desk["market"], "calendar">;
}

/** Makes the row of an order that has just come in. Nobody has seen it yet. */
export function createOrder(desk: OrderSource, draft: Draft): Order {
  const now = desk.clock.now();
  const { instrument, validity, validity_ttl, variety } = draft;
  return {
    ...draft,
    placed_by: draft.placed_by ?? draft.user_id,
    apiKey: draft.apiKey === undefined ? desk.apiKey : draft.apiKey,
    order_id: desk.ids.order(now),
    guid: desk.ids.guid(),
    systemTags: [...draft.systemTags],
    status: "PUT ORDER REQ RECEIVED",
    status_message: null,
    status_message_raw: null,
    exchange_order_id: null,
    order_timestamp: now,
    exchange_timestamp: null,
    exchange_update_timestamp: null,
    filled_quantity: 0,
    filledValue: 0,
    pending_quantity: draft.quantity,
    cancelled_quantity: 0,
    modifications: 0,
    dueAt: variety === "amo" ? nextOpening(instrument, now, desk.market?.calendar) : now + desk.orderDelayMs,
    expiresAt: expiryOf(desk, instrument, validity, validity_ttl, now),
    visibleAt: draft.visibleAt ?? (desk.hiddenForMs > 0 ? now + desk.hiddenForMs : Number.NEGATIVE_INFINITY),
    history: [],
  };
}

/** When what is left of an order is withdrawn; `from` is epoch ms. */
export function expiryOf(
  { market, marketHours }: Pick<OrderSource, "market" | "marketHours">,
  instrument: Instrument,
  validity: Validity,
  minutes: number,
  from: number,
): number | undefined {
  const elapsed = validity === "TTL" ? from + minutes * 60_000 : undefined;
  if (marketHours === "always") return elapsed;
  const calendar = market?.calendar;
  const close =
    closeOf(instrument, from, calendar) ?? closeOf(instrument, nextOpening(instrument, from, calendar), calendar);
  return Math.min(elapsed ?? Number.POSITIVE_INFINITY, close ?? Number.POSITIVE_INFINITY);
}
