import type { PlaceOrderParams } from "@kite/orders";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { kite } from "../../api/kite.ts";
import { type PreviewRows, readPreview } from "./preview-rows.ts";

/**
 * Asks what an order would need and cost. A question that is overtaken by the next one is called off; the answer before stays until the
 * next one is there.
 *
 * @param order - Undefined while there is none that could be asked about.
 * @param price - Rupees per unit that it will probably get.
 */
export const usePreview = (
  order: PlaceOrderParams | undefined,
  price: number | undefined,
): UseQueryResult<PreviewRows> =>
  useQuery({
    queryKey: ["preview", order, price],
    queryFn: ({ signal }) => readPreview(kite, order as PlaceOrderParams, price as number, signal),
    enabled: order !== undefined && price !== undefined && price > 0,
    placeholderData: (previous) => order && previous,
    staleTime: 10_000,
    gcTime: 0,
  });
