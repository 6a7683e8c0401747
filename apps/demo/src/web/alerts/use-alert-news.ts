import type { Alert } from "@kite/alerts";
import { useEffect, useRef } from "react";
import { announce } from "../states/announcer.tsx";
import { firedSince } from "./fired-since.ts";

/** Says which alerts have fired since the list was read before. */
export function useAlertNews(alerts: readonly Alert[] | undefined): void {
  const before = useRef<readonly Alert[]>(undefined);
  useEffect(() => {
    if (!alerts) return;
    const fired = before.current ? firedSince(before.current, alerts) : [];
    before.current = alerts;
    if (fired.length > 0) announce(`Fired: ${fired.map(({ name }) => name).join(", ")}`);
  }, [alerts]);
}
