import { useEffect } from "react";
import { forgetPlaced } from "./sent.ts";

let pads = 0;

/** Whether a pad is on the page, for an end that comes late: the one that sent the order may have been left, and another one entered. */
export const isPadThere = (): boolean => pads > 0;

/** Counts the pad in as long as it is on the page. What was placed is forgotten with it. */
export function usePresence(): void {
  useEffect(() => {
    pads += 1;
    return () => {
      pads -= 1;
      forgetPlaced();
    };
  }, []);
}
