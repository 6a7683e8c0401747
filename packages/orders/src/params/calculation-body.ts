import { invalidInput, isKiteError, requireOneOf, requireQuantity, requireText } from "@kite/core";
import { orderTypes, transactionTypes } from "@kite/models";
import type { ContractNoteOrder, MarginOrder } from "./margin-order.ts";
import { requirePrice } from "./require.ts";

/** Writes orders as the body of a margin calculation. Throws `InvalidInput` that names order and field. */
export const marginBody = (orders: readonly MarginOrder[]): object[] =>
  eachOrder(orders, (order) => {
    const order_type = requireOneOf("order_type", order.order_type, orderTypes);
    const hasPrice = order_type === "LIMIT" || order_type === "SL";
    const { trigger_price } = order;
    return {
      ...calculated(order),
      order_type,
      price: hasPrice ? rupees("price", order.price) : 0,
      trigger_price: trigger_price === undefined || trigger_price === 0 ? 0 : rupees("trigger_price", trigger_price),
    };
  });

/** Writes executed orders as the body of a charges calculation. Throws `InvalidInput` that names order and field. */
export const contractNoteBody = (orders: readonly ContractNoteOrder[]): object[] =>
  eachOrder(orders, (order) => ({
    order_id: requireText("order_id", order.order_id),
    ...calculated(order),
    order_type: requireText("order_type", order.order_type),
    average_price: rupees("average_price", order.average_price),
  }));

const calculated = (order: MarginOrder | ContractNoteOrder) => ({
  exchange: requireText("exchange", order.exchange),
  tradingsymbol: requireText("tradingsymbol", order.tradingsymbol),
  transaction_type: requireOneOf("transaction_type", order.transaction_type, transactionTypes),
  variety: requireText("variety", order.variety),
  product: requireText("product", order.product),
  quantity: requireQuantity("quantity", order.quantity),
});

/** JSON has numbers: what leaves is the number that prints like the decimal text. */
const rupees = (field: string, value: unknown): number => Number(requirePrice(field, value));

function eachOrder<Order>(orders: readonly Order[], write: (order: Order) => object): object[] {
  if (!Array.isArray(orders) || orders.length === 0)
    throw invalidInput("orders", "must be a list of at least one order");
  return orders.map((order: Order, index) => {
    try {
      return write(order ?? ({} as Order));
    } catch (error) {
      if (!isKiteError(error)) throw error;
      const { field = "", message } = error;
      throw invalidInput(`orders[${index}].${field}`, message.slice(`${field}: `.length));
    }
  });
}
