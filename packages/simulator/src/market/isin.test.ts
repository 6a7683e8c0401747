import { expect, test } from "vitest";
import { isin } from "./isin.ts";

test.each(["INE009A01021", "INE062A01020", "INE002A01018", "US0378331005", "DE000BAY0017"])(
  "computes the check digit of %s",
  (known) => {
    expect(isin(known.slice(0, 11))).toBe(known);
  },
);
