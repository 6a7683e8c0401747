import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import type { WatchedRow, WatchlistAnswer } from "../../shared/market-api.ts";
import { useFigures } from "../api/use-figures.ts";
import { keepKeys, keptKeys } from "./kept-keys.ts";

interface Watchlist {
  /** Undefined while they are on their way. */
  readonly rows: readonly WatchedRow[] | undefined;
  readonly query: UseQueryResult<WatchlistAnswer>;
  add(row: WatchedRow): void;
  remove(key: string): void;
}

/** The instruments that somebody watches, kept in this browser. */
export function useWatchlist(): Watchlist {
  const [kept] = useState(() => keptKeys(localStorage));
  const [edited, setEdited] = useState<readonly WatchedRow[] | undefined>(kept?.length === 0 ? [] : undefined);
  const asked = new URLSearchParams(kept?.map((key) => ["i", key]));
  const query = useFigures<WatchlistAnswer>(`/api/watchlist?${asked}`, { every: 30_000, enabled: kept?.length !== 0 });
  const rows = edited ?? query.data?.instruments;
  const change = (next: readonly WatchedRow[]) => {
    setEdited(next);
    keepKeys(
      localStorage,
      next.map(({ key }) => key),
    );
  };
  return {
    rows,
    query,
    add: (row) => change([...(rows ?? []), row]),
    remove: (key) => change((rows ?? []).filter((row) => row.key !== key)),
  };
}
