import { type Instrument, isEquity, isIndex, isOnTick } from "../market/instrument.ts";
import { invalid, refuse } from "../refusal.ts";
import type { OrderRequest } from "./order-request.ts";
import { VARIETY_RULES } from "./vocabulary.ts";

/** Prices an order is compared with; rupees. */
export interface MarketState {
  readonly last_price: number;
  readonly lower_circuit_limit: number;
  readonly upper_circuit_limit: number;
}

const isOption = ({ instrument_type }: Instrument): boolean => instrument_type === "CE" || instrument_type === "PE";

type Combination = Pick<OrderRequest, "order_type" | "product" | "transaction_type" | "validity" | "variety">;

/**
 * Checks what family, instrument, product, type and validity allow together.
 *
 * @throws {Refusal} 400 with the name of the field that does not fit.
 */
export function checkCombination(request: Combination, instrument: Instrument): void {
  const { order_type, product, validity, variety } = request;
  const rule = VARIETY_RULES[variety];
  if (isIndex(instrument)) throw invalid("tradingsymbol");
  if (!rule.orderTypes.includes(order_type)) throw invalid("order_type");
  if (!rule.products.includes(product)) throw invalid("product");
  if (!rule.validities.includes(validity)) throw invalid("validity");
  const delivery = product === "CNC" || product === "MTF";
  if (isEquity(instrument.exchange) ? product === "NRML" : delivery) throw invalid("product");
  // the exchange dropped them for contracts that may stand still for hours
  if (order_type === "SL-M" && isOption(instrument)) throw invalid("order_type");
  if (validity === "IOC" && instrument.exchange === "MCX") throw invalid("validity");
  if (variety === "co" && instrument.exchange !== "NSE") throw invalid("exchange");
  if (variety === "auction" && request.transaction_type !== "SELL") throw invalid("transaction_type");
}

/** @throws {Refusal} 400 unless the quantities are whole lots, in the pieces the family asks for. */
export function checkQuantities(request: OrderRequest, instrument: Instrument): void {
  const { disclosed_quantity, iceberg, quantity } = request;
  checkLots(quantity, instrument);
  if (disclosed_quantity > 0 && (!isEquity(instrument.exchange) || disclosed_quantity > quantity)) {
    throw invalid("disclosed_quantity");
  }
  if (!iceberg) return;
  if (iceberg.legs < 2 || iceberg.legs > 50) throw invalid("iceberg_legs");
  if (iceberg.quantity % instrument.lot_size !== 0) throw invalid("iceberg_quantity");
  // the last leg may be the smaller one
  if (Math.ceil(quantity / iceberg.quantity) !== iceberg.legs) throw invalid("iceberg_quantity");
}

export function checkLots(quantity: number, { lot_size }: Instrument): void {
  if (quantity % lot_size !== 0) throw refuse(`Order quantity is not a multiple of lot size (${lot_size}).`);
}

/** @throws {Refusal} 400 when the exchange takes no single order of this size. */
export function checkFreeze(quantity: number, { freezeQuantity }: Instrument): void {
  if (quantity > freezeQuantity) {
    throw refuse(`Order quantity is above the freeze quantity of ${freezeQuantity}. Slice it, or send \`autoslice\`.`);
  }
}

/** The fields of an order that hold prices. */
type Priced = Pick<OrderRequest, "order_type" | "price" | "trigger_price" | "transaction_type" | "variety">;

/** @throws {Refusal} 400 for prices off the tick, outside the day's circuit, or on the wrong side of one another. */
export function checkPrices(order: Priced, instrument: Instrument, market: MarketState): void {
  for (const price of [order.price, order.trigger_price]) {
    if (price === 0) continue;
    if (!isOnTick(instrument, price)) throw refuse("Order price is not a multiple of tick size");
    checkCircuit(price, market);
  }
  if (order.variety === "co") checkCover(order, market);
  else if (order.trigger_price > 0) checkStop(order, market);
}

function checkCircuit(price: number, { lower_circuit_limit, upper_circuit_limit }: MarketState): void {
  if (price < lower_circuit_limit) {
    throw refuse(`Your order price is lower than the current lower circuit limit of ${lower_circuit_limit}.`);
  }
  if (price > upper_circuit_limit) {
    throw refuse(`Your order price is higher than the current upper circuit limit of ${upper_circuit_limit}.`);
  }
}

/** A stop order waits where the market has not been yet, and its limit lies beyond its trigger. */
function checkStop({ order_type, price, transaction_type, trigger_price }: Priced, { last_price }: MarketState): void {
  const buys = transaction_type === "BUY";
  if (order_type === "SL" && (buys ? trigger_price > price : trigger_price < price)) {
    throw refuse(
      `Trigger price of a stop ${transaction_type} order has to be ${buys ? "at or below" : "at or above"} its price.`,
    );
  }
  if (buys ? trigger_price <= last_price : trigger_price >= last_price) {
    throw refuse(
      `Trigger price of a stop ${transaction_type} order has to be ${buys ? "above" : "below"} the last price (${last_price}).`,
    );
  }
}

/** How far the second leg of a cover order may be from the first. */
const COVER_REACH = 0.1;

function checkCover({ price, transaction_type, trigger_price }: Priced, { last_price }: MarketState): void {
  const entry = price || last_price;
  const loss = transaction_type === "BUY" ? entry - trigger_price : trigger_price - entry;
  if (loss <= 0) {
    throw refuse(
      `Trigger price of a ${transaction_type} cover order has to be ${transaction_type === "BUY" ? "below" : "above"} ${entry}.`,
    );
  }
  if (loss > entry * COVER_REACH) throw refuse("Trigger price of a cover order has to be within 10% of its price.");
}
