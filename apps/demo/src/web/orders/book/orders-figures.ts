import { getOrders } from "@kite/orders";
import { kite } from "../../api/kite.ts";
import type { Figures } from "../../api/use-figures.ts";
import { type OrderRow, orderRow } from "./order-row.ts";

/** The orders of the day, the newest first. */
export const ordersFigures: Figures<readonly OrderRow[]> = {
  key: ["orders"],
  read: async (signal) => (await getOrders(kite, { signal })).map(orderRow).reverse(),
};
