import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { refreshFigures } from "../api/queries.ts";
import { announce } from "../states/announcer.tsx";
import { feed } from "./feed.ts";
import { lightWords } from "./light-words.ts";
import { orderWords } from "./order-words.ts";

/** Milliseconds for which news are gathered: an order that fills at once brings several. */
const GATHER_MS = 200;

/** Refreshes the figures when something happens to an order, and says what. */
export function useOrderNews(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = "";
    const endOrders = feed.onOrder(({ order }) => {
      latest = orderWords(order);
      timer ??= setTimeout(() => {
        timer = undefined;
        announce(latest);
        void refreshFigures(client);
      }, GATHER_MS);
    });
    const isLive = () => lightWords(feed.state).status === "live";
    let wasLive = isLive();
    const endStates = feed.onState(() => {
      // what happened before the stream was there is in the figures alone
      if (isLive() && !wasLive) void refreshFigures(client);
      wasLive = isLive();
    });
    return () => {
      clearTimeout(timer);
      endOrders();
      endStates();
    };
  }, [client]);
}
