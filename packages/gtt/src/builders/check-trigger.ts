import { invalidInput, isKiteError, KiteError, requireOneOf, requireQuantity, requireText } from "@kite/core";
import { price, transactionTypes } from "@kite/models";
import { gttProducts } from "../params/gtt-form.ts";
import type { GTTOrderParams } from "../params/gtt-params.ts";
import { requirePrice } from "../params/require-price.ts";
import type { TriggerLeg, TriggerOptions } from "./trigger-options.ts";

const cash = ["NSE", "BSE"];
const contracts = ["NFO", "BFO", "CDS", "BCD", "MCX"];

/** Puts the builder's name in front of what a check has found. */
export function building<T>(endpoint: string, build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (!isKiteError(error)) throw error;
    const { code, field, message, outcome } = error;
    throw new KiteError({ code, field, message, outcome, endpoint });
  }
}

/** Checks what the orders have in common. */
export function checkOptions(options: TriggerOptions): TriggerOptions {
  const { tick_size } = options;
  const exchange = requireText("exchange", options.exchange);
  const product = requireOneOf("product", options.product, gttProducts);
  if (product === "NRML" ? cash.includes(exchange) : contracts.includes(exchange)) {
    throw invalidInput("product", `must be ${product === "NRML" ? "CNC or MTF" : "NRML"} on ${exchange}`);
  }
  return {
    exchange,
    product,
    tradingsymbol: requireText("tradingsymbol", options.tradingsymbol),
    last_price: requirePrice("last_price", options.last_price),
    tick_size: tick_size === undefined ? undefined : requirePrice("tick_size", tick_size),
    transaction_type: requireOneOf("transaction_type", options.transaction_type, transactionTypes),
  };
}

/** Refuses a buying pair of orders for shares: Kite takes those for contracts only. */
export function checkPair({ exchange, transaction_type }: TriggerOptions): void {
  if (transaction_type === "BUY" && cash.includes(exchange)) {
    throw invalidInput("transaction_type", `must be SELL on ${exchange}: two legs that buy are for contracts only`);
  }
}

/** Checks one leg against the market and makes its order. `place` goes in front of its fields' names. */
export function checkLeg(place: string, leg: TriggerLeg, options: TriggerOptions): Required<GTTOrderParams> {
  const { exchange, tradingsymbol, last_price, tick_size, transaction_type, product } = options;
  const limits = {
    trigger_value: requirePrice(`${place}trigger_value`, leg?.trigger_value),
    price: requirePrice(`${place}price`, leg.price),
  };
  const quantity = requireQuantity(`${place}quantity`, leg.quantity);
  const distance = Math.abs(price.subtract(limits.trigger_value, last_price));
  const least = last_price > 50 ? price.multiply(last_price, 0.0025) : 0.09;
  if (distance < least) {
    const found = `got ${limits.trigger_value} at a last_price of ${last_price}`;
    throw invalidInput(`${place}trigger_value`, `must be at least ₹${least} away from last_price, ${found}`);
  }
  for (const [field, value] of Object.entries(limits)) {
    if (tick_size !== undefined && !price.isOnTick(value, tick_size)) {
      throw invalidInput(`${place}${field}`, `must be a multiple of tick_size ${tick_size}, got ${value}`);
    }
  }
  return { exchange, tradingsymbol, transaction_type, quantity, order_type: "LIMIT", product, price: limits.price };
}
