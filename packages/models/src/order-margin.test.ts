import { array, getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { BasketMarginSchema } from "./basket-margin.ts";
import { CompactBasketMarginSchema } from "./compact-basket-margin.ts";
import { CompactMarginSchema } from "./compact-margin.ts";
import { ContractNoteSchema } from "./contract-note.ts";
import { OrderMarginSchema } from "./order-margin.ts";

const charges = {
  transaction_tax: 1.498,
  transaction_tax_type: "stt",
  exchange_turnover_charge: 0.051681,
  sebi_turnover_charge: 0.001498,
  brokerage: 0.01,
  stamp_duty: 0.22,
  gst: { igst: 0.0113, cgst: 0, sgst: 0, total: 0.0113 },
  total: 1.79,
};
const margin = {
  type: "equity",
  tradingsymbol: "INFY",
  exchange: "NSE",
  ...{ span: 0, exposure: 0, option_premium: 0, additional: 0, bo: 0, cash: 0, var: 1498 },
  pnl: { realised: 0, unrealised: 0 },
  leverage: 1,
  charges,
  total: 1498,
};
const compact = { type: "equity", tradingsymbol: "INFY", exchange: "NSE", total: 1498 };

test("margins keep their order and their documented fields", () => {
  expect(
    parse(array(OrderMarginSchema), [
      { ...margin, new_field: 1 },
      { ...margin, total: 5 },
    ]),
  ).toStrictEqual([margin, { ...margin, total: 5 }]);
});

test("a basket's totals have no name, and a premium can be below 0", () => {
  const nameless = { ...margin, type: "", tradingsymbol: "", exchange: "", option_premium: -1250.5 };
  const noTax = { ...charges, transaction_tax: 0, transaction_tax_type: "" };
  const basket = { initial: nameless, final: nameless, orders: [margin], charges: noTax };
  expect(parse(BasketMarginSchema, basket)).toStrictEqual(basket);
});

test("compact answers have four fields a row, and a basket no charges of its own", () => {
  expect(parse(CompactMarginSchema, compact)).toStrictEqual(compact);
  const basket = { initial: compact, final: compact, orders: [compact, compact] };
  expect(parse(CompactBasketMarginSchema, basket)).toStrictEqual(basket);
});

test("a contract note keeps the price under `price`, and charges of commodities", () => {
  const note = {
    ...{ transaction_type: "BUY", tradingsymbol: "GOLDPETAL26DECFUT", exchange: "MCX", variety: "regular" },
    ...{
      product: "NRML",
      order_type: "LIMIT",
      quantity: 1,
      price: 57620,
      charges: { ...charges, transaction_tax_type: "ctt" },
    },
  };
  expect(parse(ContractNoteSchema, { ...note, order_id: "ignored" })).toStrictEqual(note);
});

test("names the figure that is of a wrong type", () => {
  const odd = { ...margin, charges: { ...charges, gst: { ...charges.gst, igst: "0" } }, leverage: null };
  expect(safeParse(OrderMarginSchema, odd).issues?.map((issue) => getDotPath(issue))).toEqual([
    "leverage",
    "charges.gst.igst",
  ]);
});
