import type { Instrument } from "../market/instrument.ts";
import type { Account } from "../portfolio/account.ts";
import { auctionsOf } from "../portfolio/auctions.ts";
import { invalid, Refusal, refuse } from "../refusal.ts";
import { checkFunds } from "./affordability.ts";
import type { Desk } from "./desk.ts";
import { createOrder, type Draft } from "./draft.ts";
import { submit } from "./engine.ts";
import * as lifecycle from "./lifecycle.ts";
import { checkHours } from "./opening-hours.ts";
import type { Order } from "./order.ts";
import type { OrderRequest } from "./order-request.ts";
import { checkCombination, checkFreeze, checkPrices, checkQuantities } from "./order-rules.ts";
import { protect } from "./protection.ts";
import { checkSale } from "./sales.ts";

/** What the answer to a placement says. */
export interface Placed {
  readonly order_id: string;
  /** One entry per slice, when the order had to be sliced. */
  readonly children?: readonly PlacedSlice[];
}

export type PlacedSlice = { readonly order_id: string } | { readonly error: SliceError };

/** Why a slice was refused while others may have gone through. */
interface SliceError {
  /** HTTP status it would have had alone. */
  readonly code: number;
  readonly error_type: string;
  readonly message: string;
  readonly data: unknown;
}

const MOST_SLICES = 10;

/**
 * Places an order, or the slices of a large one.
 *
 * @throws {Refusal} before anything has changed. A refused slice does not throw.
 */
export function placeOrder(desk: Desk, account: Account, request: OrderRequest): Placed {
  const instrument = desk.market.find(request.exchange, request.tradingsymbol);
  if (!instrument) throw invalid("tradingsymbol");
  checkCombination(request, instrument);
  checkQuantities(request, instrument);
  checkPrices(request, instrument, desk.market.quote(instrument));
  if (request.auction_number !== undefined) checkAuction(account, instrument, request.auction_number);
  if (desk.marketHours === "real") checkHours(instrument, request, desk.clock.now(), desk.market.calendar);
  const largest = Math.floor(instrument.freezeQuantity / instrument.lot_size) * instrument.lot_size;
  const slices = canBeSliced(request) ? Math.ceil(request.quantity / largest) : 1;
  if (slices > 1) return placeSlices(desk, account, draftOf(account, request, instrument), slices, largest);
  checkFreeze(request.iceberg?.quantity ?? request.quantity, instrument);
  return { order_id: placeOne(desk, account, draftOf(account, request, instrument)) };
}

const canBeSliced = ({ autoslice, variety }: OrderRequest): boolean =>
  autoslice && (variety === "regular" || variety === "amo");

function placeSlices(desk: Desk, account: Account, draft: Draft, slices: number, largest: number): Placed {
  if (slices > MOST_SLICES) throw refuse(`Order quantity needs ${slices} slices, and only ${MOST_SLICES} are allowed.`);
  const order_id = desk.ids.order(desk.clock.now());
  const systemTags = ["autoslice", `autoslice:${order_id}`];
  const children = Array.from({ length: slices }, (_, index): PlacedSlice => {
    const quantity = Math.min(largest, draft.quantity - index * largest);
    try {
      return { order_id: placeOne(desk, account, { ...draft, quantity, systemTags }) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { data, errorType, message, status } = error;
      return { error: { code: status, error_type: errorType, message, data } };
    }
  });
  return { order_id, children };
}

function placeOne(desk: Desk, account: Account, draft: Draft): string {
  const order = createOrder(desk, draft);
  checkSale(desk, account, order);
  try {
    checkFunds(desk, account, priced(desk, order));
  } catch (error) {
    if (!(error instanceof Refusal) || desk.insufficientFunds === "answer") throw error;
    account.orders.add(order);
    lifecycle.enter(order, "PUT ORDER REQ RECEIVED");
    lifecycle.reject(order, error.message);
    desk.updates.publish(order, "REJECTED");
    return order.order_id;
  }
  submit(desk, account, order);
  return order.order_id;
}

/** A market order has to be paid for at the worst price it can get. */
export function priced(desk: Desk, order: Order): Order {
  if (order.order_type !== "MARKET") return order;
  const { instrument, market_protection, transaction_type } = order;
  return {
    ...order,
    price: protect(instrument, transaction_type, market_protection, desk.market.quote(instrument)).price,
  };
}

function checkAuction(account: Account, instrument: Instrument, number: string): void {
  const auction = auctionsOf(account).find((one) => one.auction_number === number);
  if (auction?.holding.instrument !== instrument) throw invalid("auction_number");
}

function draftOf({ user }: Account, request: OrderRequest, instrument: Instrument): Draft {
  const { iceberg, quantity } = request;
  const leg = iceberg && {
    leg: 1,
    legs: iceberg.legs,
    leg_quantity: iceberg.quantity,
    total_quantity: quantity,
    remaining_quantity: quantity - iceberg.quantity,
  };
  return {
    ...request,
    user_id: user.user_id,
    instrument,
    // the book calls the product of a cover order by the name of its family
    product: request.variety === "co" ? "CO" : request.product,
    quantity: iceberg?.quantity ?? quantity,
    iceberg: leg,
    parent_order_id: null,
    systemTags: [],
  };
}
