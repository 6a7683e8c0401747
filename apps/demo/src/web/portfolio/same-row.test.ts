import { expect, test } from "vitest";
import { isSameRow } from "./same-row.ts";

const row = { tradingsymbol: "INFY", last_price: 1500, open: { day: 1, overnight: 0 } };
const props = (changed: object = {}) => ({ row: { ...row, open: { ...row.open }, ...changed }, onMenu: expect.fail });

test("a row that says the same is the same, whatever objects it is made of", () => {
  expect(isSameRow(props(), props())).toBe(true);
  expect(isSameRow(props({ last_price: Number.NaN }), props({ last_price: Number.NaN }))).toBe(true);
});

test.each([
  ["a figure", { last_price: 1500.05 }],
  ["a figure within", { open: { day: 1, overnight: 1 } }],
  ["one more field", { extra: 1 }],
])("%s makes it another one", (_, changed) => {
  expect(isSameRow(props(), props(changed))).toBe(false);
  expect(isSameRow(props(changed), props())).toBe(false);
});

test("so does another handler", () => {
  expect(isSameRow(props(), { ...props(), onMenu: expect.soft } as unknown as ReturnType<typeof props>)).toBe(false);
});
