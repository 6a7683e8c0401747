import type { PlaceOrderParams } from "@kite/orders";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { PreviewAnswer } from "../../../shared/orders-api.ts";
import { send } from "../../api/request.ts";

/**
 * Asks what an order would need and cost. A question that is overtaken by the next one is called off, as far as the exchange; the
 * answer before stays until the next one is there.
 *
 * @param order - Undefined while there is none that could be asked about.
 * @param expected_price - Price that a market order is expected to get, rupees.
 */
export const usePreview = (
  order: PlaceOrderParams | undefined,
  expected_price: number | undefined,
): UseQueryResult<PreviewAnswer> =>
  useQuery({
    queryKey: ["preview", order, expected_price],
    queryFn: ({ signal }) => send<PreviewAnswer>("/api/orders/preview", { order, expected_price }, signal),
    enabled: order !== undefined && expected_price !== undefined && expected_price > 0,
    placeholderData: (previous) => order && previous,
    staleTime: 10_000,
    gcTime: 0,
  });
