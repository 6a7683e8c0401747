import { createKite } from "@kite/core";
import type { Order, OrderUpdate } from "@kite/models";
import { expectTypeOf, test } from "vitest";
import { createTicker, type Mode, type Subscription, type Tick, type Ticker, ticker } from "./index.ts";

const kite = createKite({ apiKey: "key" }).use(ticker({ silence: 8_000 }));

test("registers a ticker under kite.ticker, once", () => {
  expectTypeOf(kite.ticker).toEqualTypeOf<Ticker>();
  // @ts-expect-error the name is taken
  kite.use(ticker());
});

test("is made of a client or of what makes a client", () => {
  expectTypeOf(createTicker(kite)).toEqualTypeOf<Ticker>();
  expectTypeOf(createTicker({ apiKey: "key", accessToken: "token" })).toEqualTypeOf<Ticker>();
  expectTypeOf(createTicker({ environment: { root: "/kite" } })).toEqualTypeOf<Ticker>();
  // @ts-expect-error without a gateway there must be a key
  createTicker({ accessToken: "token" });
});

test("each event has its payload", () => {
  kite.ticker.on("tick", (tick) => expectTypeOf(tick).toEqualTypeOf<Tick>());
  kite.ticker.on("ticks", (ticks) => expectTypeOf(ticks).toEqualTypeOf<readonly Tick[]>());
  kite.ticker.once("order", ({ order }) => expectTypeOf(order).toEqualTypeOf<OrderUpdate | Order>());
  expectTypeOf(kite.ticker.on("state", () => {})).toEqualTypeOf<() => void>();
  // @ts-expect-error no such event
  kite.ticker.on("tock", () => {});
});

test("instruments are tokens or rows with one", () => {
  expectTypeOf(kite.ticker.subscribe([408065, { instrument_token: 1 }])).toEqualTypeOf<Subscription>();
  expectTypeOf<Mode>().toEqualTypeOf<"ltp" | "quote" | "full">();
  // @ts-expect-error a symbol is no token
  kite.ticker.subscribe(["NSE:INFY"]);
  // @ts-expect-error no such mode
  kite.ticker.subscribe([1], { mode: "ltpc" });
});

test("is what parts that follow orders ask for", () => {
  interface OrderSource {
    on(
      event: "order",
      listener: (update: { readonly order: OrderUpdate | Order; readonly source: "stream" | "book" }) => void,
    ): () => void;
  }
  expectTypeOf(kite.ticker).toExtend<OrderSource>();
});
