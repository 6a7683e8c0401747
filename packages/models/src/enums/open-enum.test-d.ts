import type { InferInput, InferOutput } from "valibot";
import { expectTypeOf, test } from "vitest";
import type { Exchange, ExchangeSchema, exchanges } from "./exchange.ts";
import type { MarginSegment } from "./margin-segment.ts";
import type { OrderStatus, orderStatuses } from "./order-status.ts";
import type { Product, products } from "./product.ts";

test("an open enum keeps its known values apart from string, so that editors complete them", () => {
  // Had the union collapsed to string, nothing could be extracted from it.
  expectTypeOf<Extract<Exchange, "NSE">>().toEqualTypeOf<"NSE">();
  expectTypeOf<Extract<Exchange, (typeof exchanges)[number]>>().toEqualTypeOf<(typeof exchanges)[number]>();
  expectTypeOf<Extract<Product, (typeof products)[number]>>().toEqualTypeOf<(typeof products)[number]>();
  expectTypeOf<Extract<OrderStatus, (typeof orderStatuses)[number]>>().toEqualTypeOf<(typeof orderStatuses)[number]>();
  expectTypeOf<Extract<Exchange, "LSE">>().toBeNever();
});

test("an open enum takes any string, and is one", () => {
  expectTypeOf<string>().toExtend<Exchange>();
  expectTypeOf<Exchange>().toExtend<string>();
  // @ts-expect-error a number is no exchange
  const exchange: Exchange = 1;
  void exchange;
});

test("the schema of an open enum is typed as the enum on both sides", () => {
  expectTypeOf<InferInput<typeof ExchangeSchema>>().toEqualTypeOf<Exchange>();
  expectTypeOf<InferOutput<typeof ExchangeSchema>>().toEqualTypeOf<Exchange>();
});

test("a margin segment is closed", () => {
  expectTypeOf<MarginSegment>().toEqualTypeOf<"equity" | "commodity">();
});
