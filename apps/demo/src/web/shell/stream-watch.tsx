import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { refreshSession, useSession } from "../api/queries.ts";
import { feed } from "../live/feed.ts";
import { isSessionOver } from "../live/session-over.ts";
import { useOrderNews } from "../live/use-order-news.ts";

/**
 * Hears from the stream what happens to orders, whatever view is open, and that the session is over before any figure does; begins the
 * stream anew with the next session.
 */
export function StreamWatch(): null {
  const client = useQueryClient();
  const { data, dataUpdatedAt } = useSession();
  useOrderNews();
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
