import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalText } from "./decimal-text.ts";

test.each([
  [0.1 + 0.2, "0.3"],
  [100.1 * 3, "300.3"],
  [1e-7, "0.0000001"],
  [1.25e-7, "0.000000125"],
  [-1.25e-7, "-0.000000125"],
  [1.5e21, "1500000000000000000000"],
  [123456789012345680000, "123456789012345680000"],
  [1e-13, "0.0000000000001"],
  [-1, "-1"],
  [0.00005, "0.00005"],
  [100.12345, "100.12345"],
  [1420.00000001, "1420.00000001"],
])("writes %d as %s", (value, text) => {
  expect(decimalText(value)).toBe(text);
});

test("writes every price of up to four decimals as its own digits, however it was computed", () => {
  const parts = fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(parts, (units) => {
      const noisy = units.reduce((sum, unit) => sum + unit / 10_000, 0);
      const exact = units.reduce((sum, unit) => sum + BigInt(unit), 0n);
      const digits = exact.toString().padStart(5, "0");
      const plain = `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, "");
      expect(decimalText(noisy)).toBe(plain);
    }),
  );
});

test("is plain decimal text for any number, and reads back as that number or within its noise", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = decimalText(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
    }),
  );
});
