import {
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  type UseQueryResult,
  useQuery,
} from "@tanstack/react-query";
import type { SessionAnswer, StatisticsAnswer } from "../../shared/api.ts";
import { RequestFailed, read } from "./request.ts";

/** Milliseconds between two looks at who is logged in. */
const LOOK_MS = 10_000;
/** Milliseconds after which a failed look is repeated. */
const RECOVER_MS = 3_000;

/** Begins the keys of all figures that are refreshed together. */
export const figuresKey: readonly string[] = ["figures"];

const session = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => read<SessionAnswer>("/api/session", signal),
  // the way back after the server was gone, and the way out when somebody logs out in another tab
  refetchInterval: (query) => (query.state.status === "error" ? RECOVER_MS : LOOK_MS),
});

export function createQueryClient(): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof RequestFailed && error.status === 401) void client.invalidateQueries(session);
  };
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        // the server's SDK has repeated what is worth repeating, and 127.0.0.1 is there without a network
        retry: false,
        networkMode: "always",
        staleTime: 1_000,
      },
      mutations: { retry: false, networkMode: "always" },
    },
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
  });
  return client;
}

export const useSession = (): UseQueryResult<SessionAnswer> => useQuery(session);

/** The SDK's counts; read again whenever `at`, the time of the figures in epoch milliseconds, has moved on. */
export const useStatistics = (at: number): UseQueryResult<StatisticsAnswer> =>
  useQuery({
    queryKey: ["statistics", at],
    queryFn: ({ signal }) => read<StatisticsAnswer>("/api/statistics", signal),
    enabled: at > 0,
    placeholderData: (previous) => previous,
    gcTime: 0,
  });

/** Asks for all figures again; gives when they are there. */
export const refreshFigures = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: figuresKey });

/** Asks for the figures of one address again. Throws when they could not be had. */
export const readAgain = (client: QueryClient, path: string): Promise<void> =>
  client.refetchQueries({ queryKey: [...figuresKey, path] }, { throwOnError: true });

/** Forgets all figures: they are of somebody who is not logged in any more. */
export const forgetFigures = (client: QueryClient): void => client.removeQueries({ queryKey: figuresKey });

/** Asks who is logged in, after having changed that. */
export const refreshSession = (client: QueryClient): Promise<void> => client.invalidateQueries(session);
