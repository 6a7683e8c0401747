import type { Order, OrderUpdate, OrderUpdateWire } from "@kite/models";

/** An `order` message's payload: a limit order for ten shares that the exchange took at 09:24:25. */
export const orderPayload = (fields: Partial<OrderUpdateWire> = {}): OrderUpdateWire => ({
  user_id: "XX0000",
  unfilled_quantity: 0,
  app_id: 1234,
  checksum: "a1edcbdbcb51292cddfded250595d4e191b95da92d9b9914e591383ae4fe6852",
  placed_by: "XX0000",
  order_id: "1914227164488687616",
  exchange_order_id: "1000000017048016",
  parent_order_id: null,
  status: "UPDATE",
  status_message: null,
  status_message_raw: null,
  order_timestamp: "2026-03-02 09:24:25",
  exchange_update_timestamp: "2026-03-02 09:24:25",
  exchange_timestamp: "2026-03-02 09:24:25",
  variety: "regular",
  exchange: "NSE",
  tradingsymbol: "SBIN",
  instrument_token: 779521,
  order_type: "LIMIT",
  transaction_type: "BUY",
  validity: "DAY",
  product: "CNC",
  quantity: 10,
  disclosed_quantity: 0,
  price: 470.25,
  trigger_price: 0,
  average_price: 0,
  filled_quantity: 0,
  pending_quantity: 10,
  cancelled_quantity: 0,
  market_protection: 0,
  meta: {},
  tag: null,
  guid: null,
  ...fields,
});

const istDate = (text: string | null) => (text ? new Date(`${text.replace(" ", "T")}+05:30`) : null);

/** The same as it should be read. */
export const orderUpdate = (fields: Partial<OrderUpdateWire> = {}): OrderUpdate => {
  const wire = orderPayload(fields);
  return {
    ...wire,
    instrument_token: Number(wire.instrument_token),
    order_timestamp: istDate(wire.order_timestamp) as Date,
    exchange_update_timestamp: istDate(wire.exchange_update_timestamp),
    exchange_timestamp: istDate(wire.exchange_timestamp),
  } as OrderUpdate;
};

/** The same as a row of the order book. */
export function bookRow(fields: Partial<OrderUpdateWire> = {}): Order {
  const { user_id, app_id, checksum, unfilled_quantity, ...row } = orderUpdate(fields);
  return { ...row, modified: false, status: row.status === "UPDATE" ? "OPEN" : row.status } as Order;
}
