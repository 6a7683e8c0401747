import { type ReactNode, useRef, useState } from "react";
import { useFigures } from "../api/use-figures.ts";
import { useOrderNews } from "../live/use-order-news.ts";
import { ViewFrame } from "../shell/view-frame.tsx";
import { gttFigures } from "./gtt-figures.ts";
import { TriggerFormPanel } from "./trigger-form-panel.tsx";
import type { TriggerRow } from "./trigger-row.ts";
import { TriggersPanel } from "./triggers-panel.tsx";
import "../styles/market.css";
import "../styles/gtt.css";

/** Orders that wait for a price: those there are, and a form for a new one. */
export function GttView(): ReactNode {
  useOrderNews();
  const triggers = useFigures(gttFigures);
  const form = useRef<HTMLHeadingElement>(null);
  const [changing, setChanging] = useState<TriggerRow>();
  const goToForm = (trigger?: TriggerRow) => {
    setChanging(trigger);
    form.current?.focus();
  };
  return (
    <ViewFrame title="GTT" className="board gtt-view" figures={[triggers]}>
      <div className="board-tables">
        <TriggersPanel triggers={triggers.data} onNew={() => goToForm()} onChange={goToForm} />
      </div>
      <aside className="board-side" aria-label="New trigger">
        <TriggerFormPanel heading={form} changing={changing} onChanged={() => goToForm()} />
      </aside>
    </ViewFrame>
  );
}
