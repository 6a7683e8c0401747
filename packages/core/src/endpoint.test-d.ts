import { type GenericSchema, object, pipe, string, transform } from "valibot";
import { expectTypeOf, test } from "vitest";
import type { Bound } from "./bind.ts";
import type { KiteClient } from "./client.ts";
import { defineEndpoint, type Endpoint } from "./endpoint.ts";
import type { CallOptions, WireResponse } from "./request.ts";

interface Row {
  readonly at: Date;
}
interface RowWire {
  readonly at: string;
}
declare const RowSchema: GenericSchema<RowWire, Row>;
declare const kite: KiteClient;
declare const nothing: Endpoint<void, Row, RowWire>;
declare const required: Endpoint<{ id: string; note?: string }, Row, RowWire>;
declare const optional: Endpoint<{ page?: number }, Row, RowWire>;
declare const bare: Endpoint<string, Row, RowWire>;
declare const maybe: Endpoint<"equity" | "commodity" | undefined, Row, RowWire>;

test("typed and raw come from one declaration", () => {
  expectTypeOf(nothing(kite)).toEqualTypeOf<Promise<Row>>();
  expectTypeOf(nothing.raw(kite)).toEqualTypeOf<Promise<WireResponse<RowWire>>>();
});

test("arguments follow the parameters: none, required, optional, then the options", () => {
  expectTypeOf<Parameters<typeof nothing>>().toEqualTypeOf<[kite: KiteClient, options?: CallOptions]>();
  expectTypeOf<Parameters<typeof required>>().toEqualTypeOf<
    [kite: KiteClient, params: { id: string; note?: string }, options?: CallOptions]
  >();
  expectTypeOf<Parameters<typeof optional>>().toEqualTypeOf<
    [kite: KiteClient, params?: { page?: number }, options?: CallOptions]
  >();
  expectTypeOf<Parameters<typeof bare>>().toEqualTypeOf<[kite: KiteClient, params: string, options?: CallOptions]>();
  maybe(kite);
  maybe(kite, "equity");
  // @ts-expect-error not a segment
  maybe(kite, "equities");
  // @ts-expect-error params are required
  required(kite);
});

test("bound methods lose the client and keep the rest", () => {
  const api = {} as Bound<{
    nothing: typeof nothing;
    required: typeof required;
    plain: (kite: KiteClient, by: number) => Date;
  }>;
  expectTypeOf(api.nothing()).toEqualTypeOf<Promise<Row>>();
  expectTypeOf(api.nothing.raw({ timeout: 5 })).toEqualTypeOf<Promise<WireResponse<RowWire>>>();
  expectTypeOf(api.required({ id: "1" })).toEqualTypeOf<Promise<Row>>();
  expectTypeOf(api.plain(1)).toEqualTypeOf<Date>();
});

test("a declaration that does not fit its schema does not compile", () => {
  const fits: Endpoint<void, Row, RowWire> = defineEndpoint({
    id: "a",
    method: "GET",
    path: "/a",
    response: RowSchema,
  });
  // @ts-expect-error the typed value has a Date
  const typed: Endpoint<void, { at: string }, RowWire> = defineEndpoint({
    id: "a",
    method: "GET",
    path: "/a",
    response: RowSchema,
  });
  // @ts-expect-error the wire has a string
  const wired: Endpoint<void, Row, { at: Date }> = defineEndpoint({
    id: "a",
    method: "GET",
    path: "/a",
    response: RowSchema,
  });
  // @ts-expect-error without a schema nothing is checked
  const bareSpec: Endpoint<void, Row, RowWire> = defineEndpoint({ id: "a", method: "GET", path: "/a" });
  expectTypeOf([fits, typed, wired, bareSpec]).not.toBeAny();
  const real = object({
    at: pipe(
      string(),
      transform((text) => new Date(text)),
    ),
  });
  expectTypeOf(defineEndpoint({ id: "a", method: "GET", path: "/a", response: real })).not.toBeAny();
});
