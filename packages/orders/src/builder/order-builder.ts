import { isKiteError, KiteError } from "@kite/core";
import { orderForm } from "../params/order-form.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import type { SideStep } from "./builder-steps.ts";

/**
 * Builds the params of an order step by step: side, product, price, details. Each step offers what can still follow, and `build` gives
 * exactly what `placeOrder` takes. A step leaves the one before it as it was, so that orders can share a beginning.
 *
 * Sends nothing.
 *
 * @example
 * const order = orderBuilder().buy("NSE", "INFY", 10).product("CNC").limit(1_420.5).tag("rebalance7").build();
 * await placeOrder(kite, order);
 */
export const orderBuilder = (): SideStep => stepWith({}) as unknown as SideStep;

type Draft = Readonly<Record<string, unknown>>;

/** All methods at all times: the types say which of them a step has, and `build` checks the outcome. */
function stepWith(draft: Draft): object {
  const set = (fields: Draft) => stepWith({ ...draft, ...fields });
  const sided = (transaction_type: string) => (exchange: string, tradingsymbol: string, quantity: number) =>
    set({ exchange, tradingsymbol, transaction_type, quantity });
  const typed = (order_type: string, fields: Draft) => set({ order_type, variety: "regular", ...fields });
  return {
    buy: sided("BUY"),
    sell: sided("SELL"),
    product: (product: string) => set({ product }),
    market: ({ market_protection }: Draft) => typed("MARKET", { market_protection }),
    limit: (price: number) => typed("LIMIT", { price }),
    stopLimit: ({ trigger_price, price }: Draft) => typed("SL", { trigger_price, price }),
    stopMarket: ({ trigger_price, market_protection }: Draft) => typed("SL-M", { trigger_price, market_protection }),
    tag: (tag: string) => set({ tag }),
    disclose: (disclosed_quantity: number) => set({ disclosed_quantity }),
    autoslice: () => set({ autoslice: true }),
    algo: (algo_id: string) => set({ algo_id }),
    ioc: () => set({ validity: "IOC" }),
    ttl: (minutes: number) => set({ validity: "TTL", validity_ttl: minutes }),
    amo: () => set({ variety: "amo" }),
    iceberg: ({ iceberg_legs, iceberg_quantity }: Draft) => set({ variety: "iceberg", iceberg_legs, iceberg_quantity }),
    cover: ({ trigger_price }: Draft) => set({ variety: "co", trigger_price }),
    auction: (auction_number: string) => set({ variety: "auction", auction_number }),
    build() {
      requireOrder(draft as unknown as PlaceOrderParams);
      return { ...draft };
    },
  };
}

function requireOrder(order: PlaceOrderParams): void {
  try {
    orderForm(order);
  } catch (error) {
    if (!isKiteError(error)) throw error;
    const { code, field, message, outcome } = error;
    throw new KiteError({ code, field, message, outcome, endpoint: "orderBuilder" });
  }
}
