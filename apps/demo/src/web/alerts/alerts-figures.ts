import { type Alert, getAlerts } from "@kite/alerts";
import type { KiteClient } from "@kite/core";
import { kite } from "../api/kite.ts";
import type { Figures } from "../api/use-figures.ts";

/** Alerts that can be enabled at the same time. @see https://kite.trade/docs/connect/v3/alerts/ */
export const mostEnabled = 500;

/** The alerts of every status, the newest first. */
export const alertsFigures: Figures<readonly Alert[]> = {
  key: ["alerts"],
  read: (signal) => readAlerts(kite, signal),
};

export async function readAlerts(kite: KiteClient, signal?: AbortSignal): Promise<readonly Alert[]> {
  const alerts = await getAlerts(kite, {}, signal && { signal });
  return alerts.sort((one, other) => other.created_at.getTime() - one.created_at.getTime());
}
