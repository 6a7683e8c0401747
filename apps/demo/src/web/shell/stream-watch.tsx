import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { refreshSession, useSession } from "../api/queries.ts";
import { feed } from "../live/feed.ts";
import { isSessionOver } from "../live/session-over.ts";

/** Hears from the stream that the session is over before any figure does, and begins the stream anew with the next session. */
export function StreamWatch(): null {
  const client = useQueryClient();
  const { data, dataUpdatedAt } = useSession();
  useEffect(
    () =>
      feed.onState(() => {
        if (isSessionOver(feed.state.own)) void refreshSession(client);
      }),
    [client],
  );
  // a session that follows another looks the same, but is of another time
  useEffect(() => {
    if (data?.state === "logged-in") feed.start();
  }, [data, dataUpdatedAt]);
  return null;
}
