import fc from "fast-check";
import { array, type GenericSchema, safeParse } from "valibot";
import { beforeAll, expect, test, vi } from "vitest";
import * as models from "../index.ts";
import { readHolding } from "./holding.ts";
import { readPosition } from "./position.ts";
import { readQuote } from "./quote.ts";

const names = Object.keys(models).filter((name) => name.endsWith("Schema"));
const schemaOf = (from: object, name: string) => (from as Record<string, GenericSchema>)[name] as GenericSchema;

/** The same schemas without their quick ways: the library alone. */
let oracle: typeof models;
beforeAll(async () => {
  vi.resetModules();
  vi.doMock("./quick.ts", () => ({ quick: (schema: unknown) => schema }));
  oracle = await import("../index.ts");
  vi.doUnmock("./quick.ts");
});

const timeText = fc
  .date({ min: new Date("1969-12-30"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19).replace("T", " "));
const odd = fc.oneof(
  fc.constantFrom(null, undefined, "", Number.NaN, "0001-01-01 00:00:00", "2025-02-30 09:15:00", "24:00:00", -0),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string(),
);

/** Values that a schema takes, most of the time. */
function good(schema: GenericSchema): fc.Arbitrary<unknown> {
  const { type, entries, item, wrapped, value } = schema as GenericSchema & {
    readonly entries: Record<string, GenericSchema>;
    readonly item: GenericSchema;
    readonly wrapped: GenericSchema;
    readonly value: GenericSchema;
  };
  if (type === "string") return fc.string({ maxLength: 8 });
  if (type === "number") return fc.oneof(fc.integer(), fc.double({ noNaN: true }));
  if (type === "boolean") return fc.boolean();
  if (type === "nullable") return fc.oneof(fc.constant(null), good(wrapped));
  if (type === "optional") return good(wrapped);
  if (type === "array") return fc.array(good(item), { maxLength: 3 });
  if (type === "record") return fc.dictionary(fc.string({ maxLength: 5 }), good(value), { maxKeys: 3 });
  if (type === "object") {
    const fields = Object.fromEntries(Object.entries(entries).map(([name, field]) => [name, good(field)]));
    const required = Object.keys(entries).filter((name) => entries[name]?.type !== "optional");
    return fc.record(fields, { requiredKeys: required });
  }
  if (type === "lazy") return fc.constantFrom({}, "{}", { iceberg: { leg: 1, legs: 5 } }, { iceberg: undefined }, null);
  // Fields that are read by a function: times, tokens, and what Kite does not document.
  return fc.oneof({ arbitrary: timeText, weight: 4 }, fc.integer(), fc.constantFrom(null, "408065", "1", "{}"));
}

/** Trades are made out of two forms of row; their fields are in the type alone. */
const trade = fc.record({
  trade_id: fc.string(),
  order_id: fc.string(),
  exchange_order_id: fc.option(fc.string()),
  exchange: fc.string(),
  tradingsymbol: fc.string(),
  instrument_token: fc.integer(),
  product: fc.string(),
  transaction_type: fc.string(),
  average_price: fc.double({ noNaN: true }),
  quantity: fc.integer(),
  fill_timestamp: timeText,
  order_timestamp: fc.oneof(
    timeText,
    timeText.map((text) => text.slice(11)),
  ),
  exchange_timestamp: fc.option(timeText),
});

/** Changes a value here and there: a field that is odd, missing or unknown, and fields in another order. */
const changed = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, fc.array(fc.tuple(fc.nat(), fc.constantFrom("set", "drop", "add", "turn"), odd), { maxLength: 3 }))
    .map(([value, changes]) => changes.reduce((before, change) => apply(before, change), value));

function apply(value: unknown, [place, what, oddity]: readonly [number, string, unknown]): unknown {
  if (typeof value !== "object" || value === null) return what === "set" ? oddity : value;
  const keys = Object.keys(value);
  const key = keys[place % (keys.length || 1)] ?? "";
  const field = (value as Record<string, unknown>)[key];
  // Half of the time one level deeper.
  if (typeof field === "object" && field !== null && place % 2) {
    const inside = apply(field, [Math.floor(place / 7), what, oddity]);
    return Array.isArray(value)
      ? value.map((each, index) => (String(index) === key ? inside : each))
      : { ...value, [key]: inside };
  }
  if (Array.isArray(value)) return what === "set" ? [...value, oddity] : value;
  if (what === "set") return { ...value, [key]: oddity };
  if (what === "add") return { ...value, shiny_new_field: oddity };
  if (what === "drop") return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return Object.fromEntries(Object.entries(value).reverse());
}

/** What a check tells: the value, its fields in order, and each issue. */
function told(schema: GenericSchema, value: unknown) {
  const { success, output, issues } = safeParse(schema, value);
  return { success, output, order: JSON.stringify(output), issues };
}

const valuesOf = (name: string) => (name === "TradeSchema" ? trade : good(schemaOf(models, name)));

test.each(names)("%s answers as the library alone does, whatever arrives", (name) => {
  fc.assert(
    fc.property(changed(valuesOf(name)), (value) => {
      expect(told(schemaOf(models, name), value)).toStrictEqual(told(schemaOf(oracle, name), value));
    }),
    { numRuns: 300 },
  );
});

test("one odd row is told by its place, and hides no other", () => {
  const rows = fc.array(fc.oneof(good(models.PositionSchema), changed(good(models.PositionSchema))), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (value) => {
      expect(told(array(models.PositionSchema), value)).toStrictEqual(told(array(oracle.PositionSchema), value));
    }),
  );
});

test.each([
  ["holding", readHolding, models.HoldingSchema],
  ["position", readPosition, models.PositionSchema],
])("a good %s is not in doubt", (_, read, schema) => {
  const date = "2025-01-17 09:15:00";
  const known = { authorised_date: date, instrument_token: 408065 };
  fc.assert(
    fc.property(good(schema), (value) => {
      read({ ...(value as object), ...known } as never);
    }),
  );
});

test("a good quote is not in doubt", () => {
  const ohlc = { open: 1396, high: 1421.75, low: 1395.55, close: 1389.65 };
  const level = { price: 1412.95, quantity: 191, orders: 2 };
  const numbers = Object.fromEntries(Object.keys(models.QuoteSchema.entries).map((name) => [name, 1]));
  const times = { timestamp: "2026-03-04 11:15:24", last_trade_time: "2026-03-04 11:15:23" };
  const quote = { ...numbers, ...times, ohlc, depth: { buy: [level], sell: [level] } };
  expect(readQuote(quote as never).last_trade_time).toEqual(new Date("2026-03-04T05:45:23Z"));
});
