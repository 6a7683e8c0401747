import { isKiteError } from "@kite/core";
import {
  MutationCache,
  type Query,
  QueryCache,
  QueryClient,
  queryOptions,
  type UseQueryResult,
  useQuery,
} from "@tanstack/react-query";
import { type PageSession, readSession } from "./session.ts";

/** Milliseconds between two looks at who is logged in. */
const LOOK_MS = 10_000;
/** Milliseconds after which a failed look is repeated. */
const RECOVER_MS = 3_000;

/** Begins the keys of all figures that are refreshed together. */
export const figuresKey: readonly string[] = ["figures"];

const session = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => readSession(signal),
  // the way back after the server was gone, and the way out when somebody logs out in another tab
  refetchInterval: (query) => (query.state.status === "error" ? RECOVER_MS : LOOK_MS),
});

export function createQueryClient(): QueryClient {
  const onError = (error: Error) => {
    if (isKiteError(error, "TokenException")) void client.invalidateQueries(session);
  };
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        // the SDK has repeated what is worth repeating, and 127.0.0.1 is there without a network
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

export const useSession = (): UseQueryResult<PageSession> => useQuery(session);

/** Asks for all figures again; gives when they are there. */
export async function refreshFigures(client: QueryClient): Promise<void> {
  // No second reading is begun beside a first one, which may end with what was true before: those are asked for once more.
  const predicate = ({ state }: Query) => state.data === undefined;
  const first = client.getQueryCache().findAll({ queryKey: figuresKey, fetchStatus: "fetching", predicate });
  await client.invalidateQueries({ queryKey: figuresKey });
  if (first.length === 0) return;
  await client.invalidateQueries({ queryKey: figuresKey, predicate: (query) => first.includes(query) });
}

/** Asks for some figures again, by the beginning of their key. Throws when they could not be had. */
export const readAgain = (client: QueryClient, key: readonly string[]): Promise<void> =>
  client.refetchQueries({ queryKey: [...figuresKey, ...key] }, { throwOnError: true });

/** Asks again for the figures that were refused because the session was over: there is a new one. */
export const readWhatWasRefused = (client: QueryClient): void => {
  const predicate = ({ state: { error } }: { readonly state: { readonly error: unknown } }) =>
    isKiteError(error, "TokenException");
  void client.refetchQueries({ queryKey: figuresKey, predicate });
};

/** Forgets all figures: they are of somebody who is not logged in any more. */
export const forgetFigures = (client: QueryClient): void => client.removeQueries({ queryKey: figuresKey });

/** Asks who is logged in, after having changed that. */
export const refreshSession = (client: QueryClient): Promise<void> => client.invalidateQueries(session);
