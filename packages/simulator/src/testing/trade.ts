import type { Answer, Caller } from "./caller.ts";

/** Somebody with money, and with nothing bought yet. */
export const cashUser = { user_id: "CASH01", user_name: "Nisha Rao", portfolio: "cash" } as const;

/** A weekday in the middle of the session. */
export const TRADING_HOURS: number = Date.parse("2026-03-02T10:15:30+05:30");

/** A limit order to buy ten shares, with the given fields instead. */
export function orderForm(fields: Record<string, string> = {}): Record<string, string> {
  return {
    exchange: "NSE",
    tradingsymbol: "INFY",
    transaction_type: "BUY",
    order_type: "LIMIT",
    product: "MIS",
    quantity: "10",
    price: "1500",
    ...fields,
  };
}

export function place(caller: Caller, fields: Record<string, string> = {}, variety = "regular"): Promise<Answer> {
  return caller.form("POST", `/orders/${variety}`, orderForm(fields));
}

/** Places an order that has to be accepted, and gives its id. */
export async function placed(
  caller: Caller,
  fields: Record<string, string> = {},
  variety = "regular",
): Promise<string> {
  const { status, body } = await place(caller, fields, variety);
  if (status !== 200) throw new Error(`${status} ${body.message}`);
  return body.data.order_id;
}

// biome-ignore lint/suspicious/noExplicitAny: rows are what tests look at
export type Row = any;

export async function orderOf(caller: Caller, order_id: string): Promise<Row> {
  return (await caller.get("/orders")).body.data.find((row: Row) => row.order_id === order_id);
}

export async function statuses(caller: Caller, order_id: string): Promise<string[]> {
  return (await caller.get(`/orders/${order_id}`)).body.data.map((row: Row) => row.status);
}

/** What can still be spent on shares and contracts; rupees. */
export async function equityNet(caller: Caller): Promise<number> {
  return (await caller.get("/user/margins/equity")).body.data.net;
}
