import { useEffect } from "react";
import { addressOf } from "../../shell/views.ts";
import { type PadStart, startOf } from "./pad-start.ts";

/**
 * Follows addresses that tell the pad what to start with, `#/orders/NSE:INFY?side=SELL`: the one with which the view is entered, and those
 * that are opened while it is there.
 */
export function usePadAddress(onStart: (start: PadStart) => void): void {
  useEffect(() => {
    const follow = () => {
      const start = startOf(location.hash);
      if (!start) return;
      // so that the same address, opened again, is another one and is heard of
      history.replaceState(history.state, "", addressOf("orders"));
      onStart(start);
    };
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [onStart]);
}
