import { createKite, type KiteClient, type KiteError } from "@kite/core";
import { expectTypeOf, test } from "vitest";
import {
  type ConfirmResult,
  type ConfirmStage,
  memoryIntentLog,
  type Order,
  orders,
  type PlaceOrderParams,
  placeAndConfirm,
  type RecoveredIntent,
  recoverIntents,
  waitForOrder,
} from "../index.ts";

declare const client: KiteClient;
declare const params: PlaceOrderParams;
declare const result: ConfirmResult;
declare const stage: ConfirmStage;
const kite = createKite({ apiKey: "key" }).use(orders());

test("the result is one of three, and says by its outcome what else it has", () => {
  expectTypeOf(result.outcome).toEqualTypeOf<"placed" | "rejected" | "unknown">();
  if (result.outcome === "placed") {
    expectTypeOf(result.order_id).toEqualTypeOf<string>();
    expectTypeOf(result.order).toEqualTypeOf<Order | undefined>();
    // @ts-expect-error nothing went wrong
    result.error.code;
  } else {
    expectTypeOf(result.error).toEqualTypeOf<KiteError>();
    // @ts-expect-error there is no such order, or nobody knows it
    result.order_id;
  }
});

test("the plugin has the same calls", () => {
  expectTypeOf(kite.orders.placeAndConfirm(params)).toEqualTypeOf<Promise<ConfirmResult>>();
  expectTypeOf(placeAndConfirm(client, params)).toEqualTypeOf<Promise<ConfirmResult>>();
  expectTypeOf(kite.orders.waitForOrder("1", { until: "filled" })).toEqualTypeOf<Promise<Order>>();
  expectTypeOf(kite.orders.recoverIntents(memoryIntentLog())).toEqualTypeOf<Promise<RecoveredIntent[]>>();
  // @ts-expect-error a limit order has a price
  placeAndConfirm(client, { ...params, order_type: "LIMIT", price: undefined });
  // @ts-expect-error the log is called intents
  placeAndConfirm(client, params, { intent: memoryIntentLog() });
  // @ts-expect-error recovering needs a log
  recoverIntents(client);
  // @ts-expect-error one of three words, or a function
  waitForOrder(client, "1", { until: "done" });
});

test("a stage says by its name what it tells", () => {
  expectTypeOf(stage.at).toEqualTypeOf<Date>();
  if (stage.stage === "looking") expectTypeOf(stage.nextAt).toEqualTypeOf<Date | undefined>();
});
