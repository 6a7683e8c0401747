import { describe, expect, test } from "vitest";
import { checkForm, initialForm, productsFor, requestOf } from "./conversion.ts";
import type { PositionRow } from "./position-row.ts";

const long: PositionRow = {
  exchange: "NSE",
  tradingsymbol: "INFY",
  product: "MIS",
  quantity: 20,
  average_price: 1500,
  last_price: 1510,
  pnl: 200,
  realised: 0,
  unrealised: 200,
  m2m: 200,
  open: { day: 15, overnight: 5 },
};
const short: PositionRow = { ...long, exchange: "MCX", product: "NRML", quantity: -1, open: { day: 0, overnight: 1 } };
const products = ["CNC", "NRML", "MIS", "MTF", "BO", "CO"];

test("shares go to delivery, contracts overnight, neither to the product they have", () => {
  expect(productsFor(long, products)).toEqual(["CNC", "MTF"]);
  expect(productsFor(short, products)).toEqual(["MIS"]);
  expect(productsFor(long, ["CNC", "MIS"])).toEqual(["CNC"]);
});

test("the larger part is filled in whole", () => {
  expect(initialForm(long, ["CNC"])).toEqual({ new_product: "CNC", position_type: "day", quantity: "15" });
  expect(initialForm(short, ["MIS"])).toEqual({ new_product: "MIS", position_type: "overnight", quantity: "1" });
});

describe("the quantity", () => {
  const check = (quantity: string) => checkForm(long, { new_product: "CNC", position_type: "day", quantity });
  test.each(["", " ", "ten", "1.5", "-3", "1e1"])("%j is not a whole number", (quantity) => {
    expect(check(quantity)).toEqual({ quantity: "Enter a whole number." });
  });
  test("is at least one, at most what is open of that part", () => {
    expect(check("0")).toEqual({ quantity: "Enter at least 1." });
    expect(check("16")).toEqual({ quantity: "Only 15 shares can be converted." });
    expect(check("15")).toEqual({});
    expect(check(" 1 ")).toEqual({});
  });
});

test("the side of the request is that of the position", () => {
  const form = { new_product: "CNC", position_type: "day", quantity: "7" } as const;
  expect(requestOf(long, form)).toEqual({
    exchange: "NSE",
    tradingsymbol: "INFY",
    transaction_type: "BUY",
    position_type: "day",
    quantity: 7,
    old_product: "MIS",
    new_product: "CNC",
  });
  expect(requestOf(short, { ...form, new_product: "MIS" }).transaction_type).toBe("SELL");
});
