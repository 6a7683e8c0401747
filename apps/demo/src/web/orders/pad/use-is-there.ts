import { type RefObject, useEffect, useRef } from "react";
import { forgetTaken } from "./sent.ts";

/** Whether the pad is still on the page, for an answer that comes late. What was placed is forgotten with it. */
export function useIsThere(): RefObject<boolean> {
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      forgetTaken();
    };
  }, []);
  return isThere;
}
