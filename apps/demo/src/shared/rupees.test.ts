import fc from "fast-check";
import { expect, test } from "vitest";
import { directionOf, formatAmount, formatChange, formatPercent, formatQuantity, formatRupees } from "./rupees.ts";

test("groups the last three digits, then pairs", () => {
  expect(formatAmount(123456.78)).toBe("1,23,456.78");
  expect(formatAmount(999)).toBe("999.00");
  expect(formatAmount(1000)).toBe("1,000.00");
  expect(formatAmount(12345678.9)).toBe("1,23,45,678.90");
  expect(formatRupees(-500)).toBe("−₹500.00");
});

test("every amount up to a lakh crore reads back as the same paise, grouped 3-2-2", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e14, max: 1e14 }), (paise) => {
      const text = formatAmount(paise / 100);
      expect(text).toMatch(/^−?(\d{1,3}|\d{1,2}(,\d{2})*,\d{3})\.\d{2}$/);
      const digits = Number(text.replace("−", "-").replaceAll(/[,.]/g, ""));
      expect(digits === paise).toBe(true);
    }),
  );
});

test("what rounds to nothing has no sign and no direction", () => {
  for (const nothing of [0, -0, 0.004, -0.004]) {
    expect(formatChange(nothing)).toBe("₹0.00");
    expect(formatPercent(nothing)).toBe("0.00\u00a0%");
    expect(directionOf(nothing)).toBe("flat");
  }
});

test("the sign that is shown is the direction that is coloured", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (rupees) => {
      const sign = { up: "+", down: "−", flat: "₹" }[directionOf(rupees)];
      expect(formatChange(rupees)[0]).toBe(sign);
    }),
  );
});

test("quantities keep fractions of mutual fund units and show a real minus", () => {
  expect(formatQuantity(1250)).toBe("1,250");
  expect(formatQuantity(-75)).toBe("−75");
  expect(formatQuantity(10.1234)).toBe("10.1234");
});
