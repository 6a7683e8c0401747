import type { Depth } from "@kite/models";
import { expectTypeOf, test } from "vitest";
import type { LiveTick } from "./live-tick.ts";
import type { FullTick, IndexFullTick, IndexQuoteTick, LTPTick, QuoteTick, Tick } from "./tick.ts";
import type { TickView } from "./tick-view.ts";

declare const tick: Tick;
declare const live: LiveTick;
declare const view: TickView;

test("mode and tradable tell which tick it is", () => {
  if (tick.mode === "ltp") expectTypeOf(tick).toEqualTypeOf<LTPTick>();
  else if (tick.mode === "quote") expectTypeOf(tick).toEqualTypeOf<QuoteTick | IndexQuoteTick>();
  else if (tick.tradable) expectTypeOf(tick).toEqualTypeOf<FullTick>();
  else expectTypeOf(tick).toEqualTypeOf<IndexFullTick>();
});

test("what every tick has needs no question", () => {
  expectTypeOf(tick.last_price).toEqualTypeOf<number>();
  expectTypeOf(tick.instrument_token).toEqualTypeOf<number>();
  // @ts-expect-error an ltp tick has no volume
  tick.volume_traded;
  // @ts-expect-error nobody changes a tick
  tick.last_price = 1;
});

test("an index has neither volume nor book", () => {
  if (tick.mode === "full" && !tick.tradable) {
    // @ts-expect-error no volume
    tick.volume_traded;
    // @ts-expect-error no book
    tick.depth;
  }
});

test("live ticks and views are told apart the same way, and their copies are plain", () => {
  if (live.mode === "full" && live.tradable) {
    expectTypeOf(live.depth).toEqualTypeOf<Depth>();
    expectTypeOf(live.copy()).toEqualTypeOf<FullTick>();
  }
  if (view.mode === "full" && view.tradable) {
    expectTypeOf(view.price("buy", 0)).toEqualTypeOf<number | undefined>();
    expectTypeOf(view.copy()).toEqualTypeOf<FullTick>();
  }
  // @ts-expect-error an ltp packet has no session prices
  view.open;
});
