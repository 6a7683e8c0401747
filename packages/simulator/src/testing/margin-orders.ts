import { expect } from "vitest";
import type { Answer, Caller } from "./caller.ts";
import { differences, type Kind } from "./shape.ts";
import type { Row } from "./trade.ts";

const chargesTable: Record<string, Kind> = {
  transaction_tax: "num",
  transaction_tax_type: "str",
  exchange_turnover_charge: "num",
  sebi_turnover_charge: "num",
  brokerage: "num",
  stamp_duty: "num",
  gst: "object",
  total: "num",
};
const marginTable: Record<string, Kind> = {
  type: "str",
  tradingsymbol: "str",
  exchange: "str",
  span: "num",
  exposure: "num",
  option_premium: "num",
  additional: "num",
  bo: "num",
  cash: "num",
  var: "num",
  pnl: "object",
  leverage: "num",
  charges: "object",
  total: "num",
};
export const compactTable: Record<string, Kind> = { type: "str", tradingsymbol: "str", exchange: "str", total: "num" };

export const infy: Readonly<Record<string, unknown>> = {
  exchange: "NSE",
  tradingsymbol: "INFY",
  transaction_type: "BUY",
  variety: "regular",
  product: "CNC",
  order_type: "LIMIT",
  quantity: 1,
  price: 1498,
  trigger_price: 0,
};
export const future: Readonly<Record<string, unknown>> = {
  ...infy,
  exchange: "NFO",
  tradingsymbol: "NIFTY26APRFUT",
  product: "NRML",
  quantity: 65,
  price: 26_000,
};
export const call: Readonly<Record<string, unknown>> = { ...future, tradingsymbol: "NIFTY26APR25500CE", price: 300 };
export const gold: Readonly<Record<string, unknown>> = {
  ...future,
  exchange: "MCX",
  tradingsymbol: "GOLDGUINEA26APRFUT",
  quantity: 1,
  price: 82_000,
};

/** The row has every key, and its parts add up. */
export function expectMargin(row: Row): void {
  expect(differences(row, marginTable)).toEqual([]);
  expect(differences(row.pnl, { realised: "num", unrealised: "num" })).toEqual([]);
  expectCharges(row.charges);
  const parts = ["span", "exposure", "option_premium", "additional", "bo", "cash", "var"];
  expect(row.total).toBeCloseTo(
    parts.reduce((sum, part) => sum + row[part], 0),
    6,
  );
}

/** The charges have every key, and add up. */
export function expectCharges(charges: Row): void {
  expect(differences(charges, chargesTable)).toEqual([]);
  expect(differences(charges.gst, { igst: "num", cgst: "num", sgst: "num", total: "num" })).toEqual([]);
  expect(charges.gst.total).toBeCloseTo(charges.gst.igst + charges.gst.cgst + charges.gst.sgst, 6);
  const { transaction_tax, exchange_turnover_charge, sebi_turnover_charge, brokerage, stamp_duty, gst } = charges;
  const sum = transaction_tax + exchange_turnover_charge + sebi_turnover_charge + brokerage + stamp_duty + gst.total;
  expect(charges.total).toBeCloseTo(sum, 6);
}

/** Posts a JSON body. */
export function postJson(caller: Caller, path: string, body: unknown): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  return caller.send(path, { method: "POST", headers, body: JSON.stringify(body) });
}
