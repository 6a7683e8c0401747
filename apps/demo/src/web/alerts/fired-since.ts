import type { Alert } from "@kite/alerts";

type Counted = Pick<Alert, "uuid" | "alert_count">;

/** Gives the alerts that have fired between two readings of the list. One that is new has not been waited for. */
export function firedSince<Row extends Counted>(before: readonly Counted[], now: readonly Row[]): Row[] {
  const counts = new Map(before.map(({ uuid, alert_count }) => [uuid, alert_count]));
  return now.filter(({ uuid, alert_count }) => alert_count > (counts.get(uuid) ?? 0));
}
