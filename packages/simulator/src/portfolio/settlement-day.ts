import { sessionOn } from "../market/session.ts";

/** The trading day after a day of trading, on which its shares and its money change hands. */
export function settlementDay(tradeDay: number): number {
  for (let day = tradeDay + 1; ; day += 1) {
    if (sessionOn("equity", day)) return day;
  }
}
