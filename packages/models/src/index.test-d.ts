import type { InferOutput } from "valibot";
import { expectTypeOf, test } from "vitest";
import {
  type Auction,
  type Exchange,
  type FullProfile,
  type FullProfileWire,
  type Holding,
  type HoldingSchema,
  type HoldingWire,
  type OrderStatus,
  type OrderUpdate,
  type OrderUpdateWire,
  type Position,
  type PositionsWire,
  type Profile,
  parseIst,
  price,
  type SegmentMargin,
  type Session,
  type SessionWire,
} from "./index.ts";

test("times are Dates in the answer and text on the wire", () => {
  expectTypeOf<Session["login_time"]>().toEqualTypeOf<Date>();
  expectTypeOf<SessionWire["login_time"]>().toEqualTypeOf<string>();
  expectTypeOf<OrderUpdate["order_timestamp"]>().toEqualTypeOf<Date>();
  expectTypeOf<OrderUpdateWire["order_timestamp"]>().toEqualTypeOf<string>();
});

test("times that may be none are Date or null, and text or null on the wire", () => {
  expectTypeOf<Holding["authorised_date"]>().toEqualTypeOf<Date | null>();
  expectTypeOf<HoldingWire["authorised_date"]>().toEqualTypeOf<string | null>();
  expectTypeOf<Auction["authorised_date"]>().toEqualTypeOf<Date | null>();
  expectTypeOf<FullProfile["twofa_timestamp"]>().toEqualTypeOf<Date | null>();
  expectTypeOf<FullProfileWire["twofa_timestamp"]>().toEqualTypeOf<string | null>();
  expectTypeOf<OrderUpdate["exchange_timestamp"]>().toEqualTypeOf<Date | null>();
  expectTypeOf(parseIst).returns.toEqualTypeOf<Date | null>();
});

test("enum fields are open", () => {
  expectTypeOf<Holding["exchange"]>().toEqualTypeOf<Exchange>();
  expectTypeOf<Session["exchanges"]>().toEqualTypeOf<Exchange[]>();
  expectTypeOf<OrderUpdate["status"]>().toEqualTypeOf<OrderStatus>();
  expectTypeOf<PositionsWire["net"][number]["exchange"]>().toEqualTypeOf<Exchange>();
});

test("ids are text, tokens are numbers that the wire may write as digits", () => {
  expectTypeOf<OrderUpdate["order_id"]>().toEqualTypeOf<string>();
  expectTypeOf<OrderUpdate["parent_order_id"]>().toEqualTypeOf<string | null>();
  expectTypeOf<Position["instrument_token"]>().toEqualTypeOf<number>();
  expectTypeOf<HoldingWire["instrument_token"]>().toEqualTypeOf<number | string>();
});

test("keys that may be absent are optional, and only those", () => {
  expectTypeOf<SegmentMargin["available"]["live_balance"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Pick<Holding, "used_quantity">>().toEqualTypeOf<{ used_quantity?: number | undefined }>();
  expectTypeOf<Pick<Holding, "quantity">>().toEqualTypeOf<{ quantity: number }>();
  expectTypeOf<OrderUpdate["tags"]>().toEqualTypeOf<string[] | undefined>();
});

test("the interface is what the schema gives, without room for misspelt fields", () => {
  expectTypeOf<InferOutput<typeof HoldingSchema>>().toExtend<Holding>();
  // @ts-expect-error no such field
  type Misspelt = Holding["averge_price"];
  expectTypeOf<Misspelt>();
});

test("what two answers have in common is the same in both", () => {
  expectTypeOf<Pick<Session, keyof Profile>>().toEqualTypeOf<Pick<Profile, keyof Profile>>();
  expectTypeOf<Omit<FullProfile, "meta">>().toExtend<Omit<Profile, "meta">>();
  expectTypeOf<Omit<Auction, "auction_number">>().toEqualTypeOf<
    Pick<Holding, Exclude<keyof Auction, "auction_number">>
  >();
});

test("an order's extra facts are text or an object", () => {
  expectTypeOf<Extract<OrderUpdate["meta"], string>>().toEqualTypeOf<string>();
  expectTypeOf<NonNullable<Exclude<OrderUpdate["meta"], string>["iceberg"]>["legs"]>().toEqualTypeOf<number>();
});

test("rounding knows three directions", () => {
  expectTypeOf(price.roundToTick).parameter(2).toEqualTypeOf<"nearest" | "up" | "down" | undefined>();
  // @ts-expect-error not a direction
  price.roundToTick(1, 1, "sideways");
});
