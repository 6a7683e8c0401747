import { isKiteError } from "@kite/core";
import { expect, test } from "vitest";
import type { InstrumentRef } from "../ticker-api.ts";
import { tokensOf } from "./tokens.ts";

test("takes tokens and any rows that hold one, each instrument once", () => {
  const rows = new Set([408065, { instrument_token: 738561, tradingsymbol: "RELIANCE" }, { instrument_token: 408065 }]);
  expect(tokensOf(rows, "subscribe")).toEqual([408065, 738561]);
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 32, "408065", null, undefined, {}, { instrument_token: "1" }])(
  "%j is no instrument, and the message says which one it was",
  (odd) => {
    const refused = () => tokensOf([408065, odd as InstrumentRef], "subscribe");
    expect(refused).toThrow(/^subscribe: instruments\[1\]: must be an instrument_token/);
    try {
      refused();
    } catch (error) {
      expect(isKiteError(error, "InvalidInput")).toBe(true);
    }
  },
);
