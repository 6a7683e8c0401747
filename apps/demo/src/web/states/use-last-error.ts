import { useState } from "react";

/**
 * Keeps an error while what failed is tried again, so that the page does not flicker between the problem and its outlines.
 *
 * @param isThere - What was asked for has arrived; the error is forgotten.
 */
export function useLastError(error: Error | null, isThere: boolean): Error | null {
  const [last, setLast] = useState(error);
  const current = error ?? (isThere ? null : last);
  if (current !== last) setLast(current);
  return current;
}
