import type { TickerState } from "@kite/ticker";

/**
 * Tells whether the stream has ended because nobody is logged in any more. The gateway says so by a close code: 4001 for a session
 * that is over, 4003 where there is none.
 */
export function isSessionOver({ status, reason, connections }: TickerState): boolean {
  if (status === "closed" && reason === "auth") return true;
  return connections.some(({ detail }) => /close code 400[13]\b/.test(detail ?? ""));
}
