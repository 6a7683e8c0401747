import {
  notifyManager,
  type QueryCache,
  type UseQueryResult,
  useIsFetching,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { useShell } from "../shell/shell-context.ts";
import { figuresKey } from "./queries.ts";

/** Milliseconds between two automatic refreshes. */
const REFRESH_MS = 10_000;
/** Milliseconds after which a failed refresh is tried again. */
const RECOVER_MS = 3_000;

/** Something that is asked for through the gateway. */
export interface Figures<T> {
  /** Names it; the first word is the domain. */
  readonly key: readonly string[];
  readonly read: (signal: AbortSignal) => Promise<T>;
}

interface FiguresOptions {
  /** Milliseconds between two automatic refreshes. Default 10,000. */
  readonly every?: number;
  /** Whether there is something to ask for. Default true. */
  readonly enabled?: boolean;
}

/**
 * Figures of the account or the market: asked for once somebody is logged in, and refreshed with all others, by itself and by the
 * button in the header.
 */
export function useFigures<T>(
  { key, read }: Figures<T>,
  { every = REFRESH_MS, enabled = true }: FiguresOptions = {},
): UseQueryResult<T> {
  const shell = useShell();
  return useQuery({
    queryKey: [...figuresKey, ...key],
    queryFn: ({ signal }) => read(signal),
    enabled: shell.enabled && enabled,
    refetchInterval: (query) => (query.state.status === "error" ? RECOVER_MS : shell.automatic && every),
  });
}

/** True while figures are asked for. */
export const useFiguresBusy = (): boolean => useIsFetching({ queryKey: figuresKey }) > 0;

/** When the oldest figures on the page came, in epoch milliseconds; 0 when there are none. */
export function useFiguresTime(): number {
  const cache = useQueryClient().getQueryCache();
  const listen = useCallback((listener: () => void) => cache.subscribe(notifyManager.batchCalls(listener)), [cache]);
  return useSyncExternalStore(listen, () => oldestOf(cache));
}

function oldestOf(cache: QueryCache): number {
  const times = cache
    .findAll({ queryKey: figuresKey, type: "active" })
    .map(({ state }) => state.dataUpdatedAt)
    .filter((time) => time > 0);
  return times.length === 0 ? 0 : Math.min(...times);
}
