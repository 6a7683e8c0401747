import { searchInstruments } from "@kite/market-data";
import { useMemo } from "react";
import { type InstrumentRow, instrumentRow } from "./instrument-row.ts";
import { useInstruments } from "./use-instruments.ts";

/** Most results; the list beneath a field shows no more. */
const RESULTS = 12;

export interface Suggestions {
  /** What fits the text, the best first; empty without a text. */
  readonly results: readonly InstrumentRow[];
  /** The list of instruments is on its way. */
  readonly isLoading: boolean;
  /** Why there is no list. */
  readonly error: Error | null;
}

/** Searches for what is typed, in the page: the results are those of this very text. */
export function useSuggestions(text: string): Suggestions {
  const { data, error } = useInstruments();
  const query = text.trim();
  const results = useMemo(
    () => (data && query ? searchInstruments(data, query, { limit: RESULTS }).map(instrumentRow) : []),
    [data, query],
  );
  return { results, isLoading: !data && !error, error: data ? null : error };
}
