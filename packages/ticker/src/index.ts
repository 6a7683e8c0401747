export type { Order, OrderWire } from "@kite/models";
