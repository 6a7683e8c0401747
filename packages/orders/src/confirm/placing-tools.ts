import { placeOrder } from "../endpoints/place-order.ts";
import { type BookTools, bookTools } from "../wait/book-tools.ts";

/** What placing an order takes besides; handed in for the same reason. */
export interface PlacingTools extends BookTools, Readonly<typeof placing> {}

const placing: { placeOrder: typeof placeOrder } = { placeOrder };

export const placingTools: Omit<PlacingTools, "kite"> = { ...bookTools, ...placing };
