import type { Alert } from "@kite/alerts";
import { type ReactNode, useRef, useState } from "react";
import { useFigures } from "../api/use-figures.ts";
import { ViewFrame } from "../shell/view-frame.tsx";
import { AlertFormPanel } from "./alert-form-panel.tsx";
import { alertsFigures } from "./alerts-figures.ts";
import { AlertsPanel } from "./alerts-panel.tsx";
import { useAlertNews } from "./use-alert-news.ts";
import "../styles/market.css";
import "../styles/gtt.css";
import "../styles/alerts.css";

/** Milliseconds between two looks: the stream tells of orders, and of alerts only this list does. */
const LOOK_MS = 5_000;

/** Conditions that are watched: those there are, and a form for a new one. */
export function AlertsView(): ReactNode {
  const alerts = useFigures(alertsFigures, { every: LOOK_MS });
  useAlertNews(alerts.data);
  const form = useRef<HTMLHeadingElement>(null);
  const [changing, setChanging] = useState<Alert>();
  const goToForm = (alert?: Alert) => {
    setChanging(alert);
    form.current?.focus();
  };
  return (
    <ViewFrame title="Alerts" className="board gtt-view" figures={[alerts]}>
      <div className="board-tables">
        <AlertsPanel alerts={alerts.data} onNew={() => goToForm()} onChange={goToForm} />
      </div>
      <aside className="board-side" aria-label="New alert">
        <AlertFormPanel heading={form} changing={changing} onChanged={() => goToForm()} />
      </aside>
    </ViewFrame>
  );
}
