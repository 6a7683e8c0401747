import { type Fields, readFields } from "../fields.ts";
import { isEquity } from "../market/instrument.ts";
import type { Account } from "../portfolio/account.ts";
import { invalid, refuse } from "../refusal.ts";
import { checkFunds } from "./affordability.ts";
import type { Desk } from "./desk.ts";
import { expiryOf } from "./draft.ts";
import { price, step } from "./engine.ts";
import { findInVariety } from "./find-order.ts";
import type { Changes } from "./lifecycle.ts";
import * as lifecycle from "./lifecycle.ts";
import { isResting, isStop, isVisible, isWaitingForOpening, type Order } from "./order.ts";
import { hasPrice, hasTrigger, needsProtection, readDisclosed, readProtection } from "./order-request.ts";
import { checkCombination, checkFreeze, checkLots, checkPrices } from "./order-rules.ts";
import { priced } from "./placement.ts";
import { checkSale } from "./sales.ts";
import { ORDER_TYPES, VALIDITIES, type Variety } from "./vocabulary.ts";

/**
 * Changes a resting order; the form holds the fields to be changed. `quantity` is the new total, fills included.
 *
 * @throws {Refusal} before anything has changed.
 */
export function modifyOrder(
  desk: Desk,
  account: Account,
  variety: Variety,
  order_id: string,
  form: URLSearchParams,
): void {
  const order = findInVariety(account, order_id, variety);
  if (!isResting(order) || !isVisible(order, desk.clock.now())) {
    throw refuse("Order cannot be modified as it is being processed. Try later.");
  }
  if (order.modifications >= desk.mostModifications) throw refuse("Maximum allowed order modifications exceeded.");
  const fields = readFields(form);
  const changes = variety === "co" ? readCoverChanges(fields, order) : readChanges(desk, fields, order);
  const changed: Order = { ...order, ...changes };
  checkChanged(desk, order, changed);
  checkSale(desk, account, changed, order);
  checkFunds(desk, account, priced(desk, changed), order);
  lifecycle.modify(order, changes, desk.clock.now());
  if (order.order_type === "MARKET" && !isWaitingForOpening(order)) price(desk, order);
  desk.updates.publish(order, "UPDATE");
  step(desk, account, order);
}

function readChanges(desk: Desk, fields: Fields, order: Order): Changes {
  const type = fields.has("order_type") ? fields.choice("order_type", ORDER_TYPES) : order.order_type;
  return {
    order_type: type,
    quantity: fields.has("quantity") ? fields.count("quantity") : order.quantity,
    price: hasPrice(type) ? readOr(fields, "price", order.price) : 0,
    trigger_price: hasTrigger(type) ? readOr(fields, "trigger_price", order.trigger_price) : 0,
    disclosed_quantity: fields.has("disclosed_quantity") ? readDisclosed(fields) : order.disclosed_quantity,
    market_protection: protectionFor(type, fields, order),
    ...readValidity(desk, fields, order),
  };
}

/** A price that is not sent stays as it is; an order that had none has to be given one. */
const readOr = (fields: Fields, name: string, current: number): number =>
  fields.has(name) || current === 0 ? fields.price(name) : current;

/** Whoever sends a validity starts its time anew. */
function readValidity(
  desk: Desk,
  fields: Fields,
  order: Order,
): Pick<Order, "validity" | "validity_ttl" | "expiresAt"> {
  const { expiresAt, instrument, validity: current, validity_ttl: minutes } = order;
  if (!fields.has("validity") && !fields.has("validity_ttl")) {
    return { validity: current, validity_ttl: minutes, expiresAt };
  }
  const validity = fields.has("validity") ? fields.choice("validity", VALIDITIES) : current;
  const validity_ttl =
    validity !== "TTL" ? 0 : fields.has("validity_ttl") || minutes === 0 ? fields.count("validity_ttl") : minutes;
  return { validity, validity_ttl, expiresAt: expiryOf(desk, instrument, validity, validity_ttl, desk.clock.now()) };
}

/** Who turns another order into a market order has to say how far it may go; a market order keeps what it has. */
function protectionFor(type: Order["order_type"], fields: Fields, order: Order): number {
  if (!needsProtection(type)) return 0;
  const market = needsProtection(order.order_type) || order.systemTags.includes("mktp");
  if (market && !fields.has("market_protection")) return order.market_protection || -1;
  return readProtection(fields);
}

/** Of a cover order the prices can be changed, and of its second leg the trigger. */
function readCoverChanges(fields: Fields, order: Order): Changes {
  if (order.parent_order_id !== (fields.has("parent_order_id") ? fields.text("parent_order_id") : null)) {
    throw invalid("parent_order_id");
  }
  const trigger_price = fields.has("trigger_price") ? fields.price("trigger_price") : order.trigger_price;
  if (order.parent_order_id !== null) return { trigger_price };
  return { trigger_price, price: fields.has("price") ? fields.price("price") : order.price };
}

function checkChanged(desk: Desk, order: Order, changed: Order): void {
  const { instrument, product, quantity, disclosed_quantity, variety } = changed;
  if (product !== "CO") checkCombination({ ...changed, product }, instrument);
  if (quantity !== order.quantity) {
    if (quantity <= order.filled_quantity || variety === "iceberg") throw invalid("quantity");
    checkLots(quantity, instrument);
    checkFreeze(quantity, instrument);
  }
  if (disclosed_quantity > 0 && (!isEquity(instrument.exchange) || disclosed_quantity > quantity)) {
    throw invalid("disclosed_quantity");
  }
  checkPrices(comparable(order, changed), instrument, desk.market.quote(instrument));
}

/** A stop that has been triggered is past its trigger; the second leg of a cover order is a plain stop. */
function comparable(order: Order, changed: Order): Parameters<typeof checkPrices>[0] {
  if (order.status === "OPEN" && isStop(order) && isStop(changed)) return { ...changed, trigger_price: 0 };
  return changed.parent_order_id === null ? changed : { ...changed, variety: "regular" };
}
