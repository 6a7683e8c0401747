import type { UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { type InstrumentRow, instrumentRow } from "../market/instrument-row.ts";
import { useInstruments } from "../market/use-instruments.ts";
import { moved } from "./moved.ts";
import { usualWatchlist } from "./usual-watchlist.ts";
import { setWatched, useWatchedKeys } from "./watched.ts";

interface Watchlist {
  /** Those that are listed; undefined while the list of instruments is on its way. */
  readonly rows: readonly InstrumentRow[] | undefined;
  readonly query: Pick<UseQueryResult, "error" | "refetch" | "isFetching">;
  add(key: string): void;
  remove(key: string): void;
  /** Moves one up (-1) or down (1); tells whether there was a place to go. */
  move(key: string, by: -1 | 1): boolean;
}

/** The instruments that somebody watches. */
export function useWatchlist(): Watchlist {
  const query = useInstruments();
  const kept = useWatchedKeys();
  const { data } = query;
  const rows = useMemo(() => {
    const keys = kept ?? (data && usualWatchlist(data));
    // a list that was emptied needs nothing to be known
    if (!data) return keys?.length === 0 ? [] : undefined;
    const found = [...new Set(keys)].flatMap((key) => data.byKey(key) ?? []);
    return found.map(instrumentRow);
  }, [data, kept]);
  const keys = rows?.map(({ key }) => key) ?? [];
  return {
    rows,
    query,
    add: (key) => setWatched([...keys, key]),
    remove: (key) => setWatched(keys.filter((each) => each !== key)),
    move(key, by) {
      const next = moved(keys, key, by);
      if (next === keys) return false;
      setWatched(next);
      return true;
    },
  };
}
