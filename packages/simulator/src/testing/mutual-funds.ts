import type { Answer, Caller } from "./caller.ts";
import { refused } from "./refused.ts";
import type { Kind } from "./shape.ts";
import type { Row } from "./trade.ts";

export const fundOrderTable: Record<string, Kind> = {
  order_id: "str",
  exchange_order_id: "str|null",
  tradingsymbol: "str",
  fund: "str",
  status: "str",
  status_message: "str|null",
  folio: "str|null",
  order_timestamp: "ts",
  exchange_timestamp: "date|null",
  settlement_id: "str|null",
  transaction_type: "str",
  amount: "num",
  quantity: "num",
  variety: "str",
  purchase_type: "str|null",
  last_price: "num",
  average_price: "num",
  last_price_date: "date",
  placed_by: "str",
  tag: "str|null",
};
export const sipTable: Record<string, Kind> = {
  sip_id: "str",
  tradingsymbol: "str",
  fund: "str",
  dividend_type: "str",
  transaction_type: "str",
  status: "str",
  sip_type: "str",
  sip_reg_num: "str|null",
  created: "ts",
  last_instalment: "ts",
  next_instalment: "date",
  frequency: "str",
  instalment_amount: "num",
  instalments: "int",
  pending_instalments: "int",
  completed_instalments: "int",
  instalment_day: "int",
  trigger_price: "num",
  step_up: "object",
  tag: "str|null",
};
export const fundHoldingTable: Record<string, Kind> = {
  folio: "str|null",
  fund: "str",
  tradingsymbol: "str",
  average_price: "num",
  last_price: "num",
  last_price_date: "str",
  pnl: "num",
  quantity: "num",
  pledged_quantity: "num?",
};
export const purchaseTable: Record<string, Kind> = {
  fund: "str",
  tradingsymbol: "str",
  average_price: "num",
  variety: "str",
  exchange_timestamp: "date",
  amount: "num",
  folio: "str|null",
  quantity: "num",
};

/** A fund that is held. */
export async function heldFund(saver: Caller): Promise<Row> {
  return (await saver.get("/mf/holdings")).body.data[0];
}

/** ISIN of a fund that can be bought from 500 rupees, and is not held. */
export async function freshFund(saver: Caller): Promise<string> {
  const taken = (await saver.get("/mf/allotments")).body.data;
  const lines = (await (await saver.fetch("/mf/instruments")).text()).trim().split("\r\n").slice(1);
  const found = lines.find((line) => !taken.includes(line.slice(0, 12)) && line.includes(",1,1,500"));
  if (!found) throw new Error("there is no fund left");
  return found.slice(0, 12);
}

export const unknown = (name: string): Answer => refused(404, "GeneralException", `Couldn't find that \`${name}\`.`);
