import { createKite, type KiteClient, type Plugin, type WireResponse } from "@kite/core";
import { expectTypeOf, test } from "vitest";
import {
  type GTT,
  type GTTApi,
  type GTTWire,
  getGTT,
  gtt,
  modifyGTT,
  type PlaceGTTParams,
  placeGTT,
  type SingleGTTParams,
  type SingleTriggerOptions,
  singleTrigger,
  type TriggerId,
  type TwoLegGTTParams,
  type TwoLegTriggerOptions,
  twoLegTrigger,
} from "./index.ts";

const kite = createKite({ apiKey: "key" }).use(gtt());
declare const client: KiteClient;
declare const single: SingleGTTParams;
declare const twoLeg: TwoLegGTTParams;
declare const leg: SingleTriggerOptions;
declare const legs: TwoLegTriggerOptions;

test("kite.gtt has the package's types", () => {
  expectTypeOf(kite.gtt).toEqualTypeOf<GTTApi>();
  expectTypeOf(gtt()).toEqualTypeOf<Plugin<{ readonly gtt: GTTApi }>>();
  expectTypeOf(kite.gtt.placeGTT(single)).toEqualTypeOf<Promise<TriggerId>>();
  expectTypeOf(kite.gtt.modifyGTT({ trigger_id: 1, ...twoLeg })).toEqualTypeOf<Promise<TriggerId>>();
  expectTypeOf(kite.gtt.deleteGTT(1)).toEqualTypeOf<Promise<TriggerId>>();
  expectTypeOf(kite.gtt.getGTTs()).toEqualTypeOf<Promise<GTT[]>>();
  expectTypeOf(kite.gtt.getGTT(1)).toEqualTypeOf<Promise<GTT>>();
  expectTypeOf(kite.gtt.singleTrigger(leg)).toEqualTypeOf<SingleGTTParams>();
  expectTypeOf(kite.gtt.twoLegTrigger(legs)).toEqualTypeOf<TwoLegGTTParams>();
});

test("raw has the wire's types: times are text", () => {
  expectTypeOf(getGTT.raw(client, 1)).toEqualTypeOf<Promise<WireResponse<GTTWire>>>();
  expectTypeOf(kite.gtt.modifyGTT.raw({ trigger_id: 1, ...single })).toEqualTypeOf<Promise<WireResponse<TriggerId>>>();
  expectTypeOf<GTT["created_at"]>().toEqualTypeOf<Date>();
  expectTypeOf<GTTWire["created_at"]>().toEqualTypeOf<string>();
});

test("every call takes options last", () => {
  const options = { signal: new AbortController().signal, timeout: 1_000 };
  kite.gtt.getGTTs(options);
  kite.gtt.getGTT(1, options);
  placeGTT(client, single, options);
  modifyGTT(client, { trigger_id: 1, orders: [{ price: 1 }] }, options);
});

test("what cannot be placed does not compile", () => {
  const order = { transaction_type: "SELL", quantity: 1, price: 1, product: "CNC" } as const;
  const condition = { exchange: "NSE", tradingsymbol: "INFY", last_price: 1 } as const;
  placeGTT(client, { type: "single", condition: { ...condition, trigger_values: [2] }, orders: [order] });
  // @ts-expect-error one trigger has one order
  placeGTT(client, { type: "single", condition: { ...condition, trigger_values: [2] }, orders: [order, order] });
  // @ts-expect-error two legs have two triggers
  placeGTT(client, { type: "two-leg", condition: { ...condition, trigger_values: [2] }, orders: [order, order] });
  // @ts-expect-error two legs have two orders
  placeGTT(client, { type: "two-leg", condition: { ...condition, trigger_values: [1, 2] }, orders: [order] });
  // @ts-expect-error an intraday order cannot wait
  placeGTT(client, { ...single, orders: [{ ...order, product: "MIS" }] });
  // @ts-expect-error triggers place limit orders
  placeGTT(client, { ...single, orders: [{ ...order, order_type: "MARKET" }] });
  // @ts-expect-error a side is BUY or SELL
  singleTrigger({ ...leg, transaction_type: "buy" });
  // @ts-expect-error a trigger needs its price
  twoLegTrigger({ ...legs, lower: { price: 1, quantity: 1 } });
  // An exchange that Kite adds needs no release of ours.
  singleTrigger({ ...leg, exchange: "NSEIX" });
});

test("a change names its GTT, and new triggers the price of now", () => {
  modifyGTT(client, { trigger_id: 1, orders: [{}, { quantity: 5 }] });
  modifyGTT(client, { trigger_id: 1, condition: { trigger_values: [1, 2], last_price: 1.5 } });
  // @ts-expect-error which one?
  modifyGTT(client, { orders: [{ price: 1 }] });
  // @ts-expect-error the stored last price is old
  modifyGTT(client, { trigger_id: 1, condition: { trigger_values: [1] } });
  // @ts-expect-error a GTT stays with its instrument
  modifyGTT(client, { trigger_id: 1, condition: { tradingsymbol: "TCS", last_price: 1 } });
  // @ts-expect-error a definition with a type is whole
  modifyGTT(client, { trigger_id: 1, type: "single", orders: [{ price: 1 }] });
});

test("states stay open, and the kinds of GTT can be told apart", () => {
  expectTypeOf<string>().toExtend<GTT["status"]>();
  expectTypeOf<Extract<GTT["status"], "triggered">>().toEqualTypeOf<"triggered">();
  const pick = (params: PlaceGTTParams) => (params.type === "single" ? params.orders[0].price : params.orders[1].price);
  expectTypeOf(pick).returns.toEqualTypeOf<number>();
});
