export type { Order } from "@kite/models";
