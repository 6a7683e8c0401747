import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { AuctionSchema } from "./auction.ts";

const wire = {
  tradingsymbol: "BAGFILMS",
  exchange: "NSE",
  instrument_token: 54282,
  isin: "INE116D01028",
  product: "CNC",
  price: 0,
  quantity: 60,
  t1_quantity: 0,
  realised_quantity: 60,
  authorised_quantity: 0,
  authorised_date: "2025-01-17 00:00:00",
  opening_quantity: 60,
  collateral_quantity: 0,
  collateral_type: "",
  discrepancy: false,
  average_price: 8.75,
  last_price: 9.2,
  close_price: 9.1,
  pnl: 27,
  day_change: 0.1,
  day_change_percentage: 1.0989010989,
  auction_number: "20",
};

test("reads the authorised date as a Date and keeps the rest", () => {
  expect(parse(AuctionSchema, { ...wire, used_quantity: 0 })).toStrictEqual({
    ...wire,
    authorised_date: new Date("2025-01-16T18:30:00Z"),
  });
});

test("the auction number is text", () => {
  const { issues } = safeParse(AuctionSchema, { ...wire, auction_number: 20 });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["auction_number"]);
});
