import type { MFInstrument } from "@kite/models";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "../testing/csv.ts";
import { readInstruments } from "./read-instruments.ts";

/** Texts with what a CSV has to escape. A lone surrogate cannot be sent in UTF-8. */
const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", " ", "a", "₹", "1"), minLength: 1 }),
);
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, decimals]) => digits / 10 ** decimals);
const fund: fc.Arbitrary<MFInstrument> = fc.record({
  tradingsymbol: text,
  amc: text,
  name: text,
  purchase_allowed: fc.boolean(),
  redemption_allowed: fc.boolean(),
  minimum_purchase_amount: decimal,
  purchase_amount_multiplier: decimal,
  minimum_additional_purchase_amount: decimal,
  minimum_redemption_quantity: decimal,
  redemption_quantity_multiplier: decimal,
  dividend_type: text,
  scheme_type: text,
  plan: text,
  settlement_type: text,
  last_price: decimal,
  last_price_date: fc.constantFrom("2017-11-23", ""),
});

test("reads back what was written, whatever stands in the texts and however lines end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fund, { maxLength: 6 }), fc.constantFrom("\n", "\r\n"), async (funds, lineEnd) => {
      expect(await readInstruments(csvOf(funds, lineEnd))).toMatchObject({ value: funds });
    }),
    { numRuns: 500 },
  );
});

test("reads every number as it is written", async () => {
  await fc.assert(
    fc.asyncProperty(decimal, async (last_price) => {
      const [row] = fc.sample(fund, 1);
      if (!row) throw new Error("a sample has one");
      const { value } = await readInstruments(csvOf([{ ...row, last_price }]));
      expect(value?.[0]?.last_price).toBe(last_price);
    }),
  );
});
