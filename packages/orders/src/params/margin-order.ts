import type { OrderType, TransactionType, Variety } from "@kite/models";
import type { OrderExchange, OrderProduct } from "./order-basics.ts";

interface MarginOrderBasics {
  readonly exchange: OrderExchange;
  readonly tradingsymbol: string;
  readonly transaction_type: "BUY" | "SELL";
  readonly variety: Variety;
  readonly product: OrderProduct;
  /** At least 1, counted as in `placeOrder`. */
  readonly quantity: number;
  /** Rupees per unit; sent as 0 when left out. */
  readonly trigger_price?: number | undefined;
}

/** An order to compute the margin of, placed or not. What `placeOrder` takes will do. */
export type MarginOrder = MarginOrderBasics &
  (
    | { readonly order_type: "MARKET" | "SL-M"; readonly price?: undefined }
    | {
        readonly order_type: "LIMIT" | "SL";
        /** Rupees per unit. */
        readonly price: number;
      }
  );

/** An executed order to compute the charges of, placed or imagined. */
export interface ContractNoteOrder {
  /** Any text; it does not come back. */
  readonly order_id: string;
  readonly exchange: OrderExchange;
  readonly tradingsymbol: string;
  readonly transaction_type: TransactionType;
  readonly variety: Variety;
  readonly product: OrderProduct;
  readonly order_type: OrderType;
  /** At least 1: what was filled. */
  readonly quantity: number;
  /** Rupees per unit, above 0. */
  readonly average_price: number;
}
