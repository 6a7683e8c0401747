import { KiteError } from "@kite/core";
import { price } from "@kite/models";
import { getContractNote } from "../endpoints/get-contract-note.ts";
import { getOrders } from "../endpoints/get-orders.ts";
import { requireRows } from "./require-rows.ts";

/** What asking for charges takes. Handed in, because a bundler puts whatever that lazy part imports into the first chunk. */
export interface ChargeTools extends Readonly<typeof chargeTools> {}

export const chargeTools: {
  getOrders: typeof getOrders;
  getContractNote: typeof getContractNote;
  price: Pick<typeof price, "sum" | "multiply" | "share">;
  requireRows: typeof requireRows;
  KiteError: typeof KiteError;
} = { getOrders, getContractNote, price, requireRows, KiteError };
