import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { SearchAnswer } from "../../shared/market-api.ts";
import { figuresKey } from "../api/queries.ts";
import { read } from "../api/request.ts";
import { useSettled } from "../form/use-settled.ts";

/** Milliseconds without a keystroke after which is searched. */
const PAUSE_MS = 120;

/** Searches for what is typed, once it pauses; what was found before stays until the new results are there. */
export function useSuggestions(text: string): UseQueryResult<SearchAnswer> {
  const query = useSettled(text.trim(), PAUSE_MS);
  return useQuery({
    queryKey: [...figuresKey, "instruments", query],
    queryFn: ({ signal }) => read<SearchAnswer>(`/api/instruments?${new URLSearchParams({ q: query })}`, signal),
    enabled: query !== "",
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
