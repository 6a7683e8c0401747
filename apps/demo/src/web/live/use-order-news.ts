import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { followOrders } from "./order-news.ts";

/** Refreshes the figures when something happens to an order, and says what. */
export function useOrderNews(): void {
  const client = useQueryClient();
  useEffect(() => followOrders(client), [client]);
}
