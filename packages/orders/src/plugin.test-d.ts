import { createKite, type KiteClient, type WireResponse } from "@kite/core";
import { expectTypeOf, test } from "vitest";
import {
  type BasketMargin,
  type CompactMargin,
  type ContractNote,
  cancelAllOrders,
  cancelOrder,
  getOrderMargins,
  getOrders,
  getOrdersByStatus,
  modifyOrder,
  type Order,
  type OrderId,
  type OrderMargin,
  type OrderResult,
  type OrderSnapshot,
  type OrdersApi,
  type OrderWire,
  orders,
  type PlacedOrder,
  type PlacedOrderWire,
  type PlaceOrderParams,
  placeOrder,
  type Trade,
  type TradesReport,
  type TradesWithPnl,
} from "./index.ts";

const kite = createKite({ apiKey: "key" }).use(orders());
declare const client: KiteClient;
declare const params: PlaceOrderParams;
declare const row: Order;

test("kite.orders has the package's types", () => {
  expectTypeOf(kite.orders).toEqualTypeOf<OrdersApi>();
  const { variety, order_id } = row;
  expectTypeOf(kite.orders.modifyOrder({ variety, order_id, price: 5 })).toEqualTypeOf<Promise<OrderId>>();
  expectTypeOf(kite.orders.cancelOrder(row)).toEqualTypeOf<Promise<OrderId>>();
  expectTypeOf(kite.orders.getOrders()).toEqualTypeOf<Promise<Order[]>>();
  expectTypeOf(kite.orders.getOrderHistory("1")).toEqualTypeOf<Promise<OrderSnapshot[]>>();
  expectTypeOf(kite.orders.getTrades()).toEqualTypeOf<Promise<Trade[]>>();
  expectTypeOf(kite.orders.getOrderTrades("1")).toEqualTypeOf<Promise<Trade[]>>();
  expectTypeOf(kite.orders.getContractNote([])).toEqualTypeOf<Promise<ContractNote[]>>();
  expectTypeOf(kite.orders.placeOrders([params])).toEqualTypeOf<Promise<OrderResult[]>>();
  expectTypeOf(kite.orders.getTradesWithPnl()).toEqualTypeOf<Promise<TradesWithPnl>>();
  expectTypeOf(kite.orders.summarizeTrades([])).toEqualTypeOf<TradesReport>();
  expectTypeOf(kite.orders.getOrdersByStatus("OPEN")).toEqualTypeOf<Promise<Order[]>>();
});

test("only an order that may be sliced can have slices, and no id", async () => {
  const plain = { ...limit, autoslice: false } as const;
  expectTypeOf(kite.orders.placeOrder(plain)).toEqualTypeOf<Promise<OrderId>>();
  expectTypeOf(placeOrder(client, limit)).toEqualTypeOf<Promise<OrderId>>();
  expectTypeOf(placeOrder(client, { ...limit, autoslice: true })).toEqualTypeOf<Promise<PlacedOrder>>();
  expectTypeOf(placeOrder(client, params)).toEqualTypeOf<Promise<PlacedOrder>>();
  expectTypeOf(placeOrder.raw(client, limit)).toEqualTypeOf<Promise<WireResponse<PlacedOrderWire>>>();
  const placed = await placeOrder(client, params);
  if (!placed.children) expectTypeOf(placed.order_id).toEqualTypeOf<string>();
  else expectTypeOf(placed.order_id).toEqualTypeOf<string | null>();
  for (const slice of placed.children ?? []) {
    if ("error" in slice) expectTypeOf(slice.error.error_type).toEqualTypeOf<string>();
    else expectTypeOf(slice.order_id).toEqualTypeOf<string>();
  }
});

test("the mode of a calculation decides about its answer, typed and raw", async () => {
  const margins = { orders: [limit] };
  expectTypeOf(getOrderMargins(client, margins)).toEqualTypeOf<Promise<OrderMargin[]>>();
  expectTypeOf(kite.orders.getOrderMargins({ ...margins, mode: "compact" })).toEqualTypeOf<Promise<CompactMargin[]>>();
  expectTypeOf(kite.orders.getBasketMargins(margins)).toEqualTypeOf<Promise<BasketMargin>>();
  const { data } = await kite.orders.getBasketMargins.raw({ ...margins, mode: "compact" });
  // @ts-expect-error a compact basket has no charges
  data.charges;
  // What can be placed can be calculated.
  getOrderMargins(client, { orders: [params] });
  // @ts-expect-error a limit order has a price
  getOrderMargins(client, { orders: [{ ...limit, price: undefined }] });
});

test("raw has the wire's types: times are text", () => {
  expectTypeOf(getOrders.raw(client)).toEqualTypeOf<Promise<WireResponse<OrderWire[]>>>();
  expectTypeOf<Order["order_timestamp"]>().toEqualTypeOf<Date>();
  expectTypeOf<OrderWire["order_timestamp"]>().toEqualTypeOf<string>();
  expectTypeOf<OrderSnapshot["meta"]>().toExtend<Order["meta"] | undefined>();
});

test("a result says by its outcome what else it has", () => {
  const result = {} as OrderResult;
  if (result.outcome === "placed") expectTypeOf(result.order).toEqualTypeOf<PlacedOrder>();
  else expectTypeOf(result.error.code).toExtend<string>();
  // @ts-expect-error there may be no error
  result.error.code;
});

test("a change to the market does not compile without its protection", () => {
  const order = { variety: "regular", order_id: "1" } as const;
  modifyOrder(client, { ...order, order_type: "MARKET", market_protection: -1 });
  modifyOrder(client, { ...order, price: 5 });
  // @ts-expect-error LIMIT to MARKET is refused without market_protection
  modifyOrder(client, { ...order, order_type: "MARKET" });
  // @ts-expect-error so is a stop that becomes a market order
  modifyOrder(client, { ...order, order_type: "SL-M", trigger_price: 5 });
  // @ts-expect-error ids are text: 19 digits do not fit a number
  modifyOrder(client, { variety: "regular", order_id: 1, price: 5 });
  // @ts-expect-error the tag cannot be changed
  modifyOrder(client, { ...order, price: 5, tag: "new" });
});

test("what would widen a mass cancellation by mistake does not compile", () => {
  cancelAllOrders(client, { exchange: "NSE", product: "MIS" });
  // @ts-expect-error a field without a value would match everything
  cancelAllOrders(client, { tradingsymbol: undefined });
  // @ts-expect-error a typo would match everything
  cancelAllOrders(client, { symbol: "INFY" });
  // @ts-expect-error a side is BUY or SELL
  cancelAllOrders(client, { transaction_type: "buy" });
  // @ts-expect-error cancelling needs the order's variety
  cancelOrder(client, { order_id: "1" });
});

test("statuses are completed and stay open", () => {
  getOrdersByStatus(client, "A STATE OF TOMORROW");
  getOrdersByStatus(client, ["OPEN", "TRIGGER PENDING"]);
  // @ts-expect-error which status
  getOrdersByStatus(client);
});

const limit = {
  variety: "regular",
  exchange: "NSE",
  tradingsymbol: "INFY",
  transaction_type: "BUY",
  quantity: 10,
  product: "CNC",
  order_type: "LIMIT",
  price: 1420.5,
} as const;
