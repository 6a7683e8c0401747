import { getMFInstruments, type MFInstrument } from "@kite/mf";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { kite } from "../api/kite.ts";

/** Milliseconds for the whole list, which is long on a real account. */
const PATIENCE_MS = 60_000;

/** All funds, asked for when somebody first needs them, and kept: the list is of the day. */
export const useFunds = (isNeeded: boolean): UseQueryResult<readonly MFInstrument[]> =>
  useQuery({
    queryKey: ["mf-instruments"],
    queryFn: ({ signal }) => getMFInstruments(kite, { signal, deadline: PATIENCE_MS }),
    enabled: isNeeded,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
