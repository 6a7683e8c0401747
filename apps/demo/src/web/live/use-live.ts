import type { Mode } from "@kite/ticker";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { type FeedState, feed } from "./feed.ts";
import type { LivePrice } from "./live-price.ts";

/** Asks for an instrument while the component is on the page. */
export function useWatch(token: number | undefined, mode: Mode): void {
  useEffect(() => (token === undefined ? undefined : feed.watch(token, mode)), [token, mode]);
}

/** What the stream says of an instrument; undefined before the first tick. */
export function useLivePrice(token: number | undefined): LivePrice | undefined {
  const listen = useCallback(
    (listener: () => void) => (token === undefined ? () => {} : feed.onPrice(token, listener)),
    [token],
  );
  return useSyncExternalStore(listen, () => (token === undefined ? undefined : feed.price(token)));
}

const onState = (listener: () => void): (() => void) => feed.onState(listener);

export const useFeedState = (): FeedState => useSyncExternalStore(onState, () => feed.state);
