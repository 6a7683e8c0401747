import { type ReactNode, useRef } from "react";
import type { TriggersAnswer } from "../../shared/market-api.ts";
import { useFigures } from "../api/use-figures.ts";
import { ViewFrame } from "../shell/view-frame.tsx";
import { TriggerFormPanel } from "./trigger-form-panel.tsx";
import { TriggersPanel } from "./triggers-panel.tsx";
import "../styles/market.css";
import "../styles/gtt.css";

/** Orders that wait for a price: those there are, and a form for a new one. */
export function GttView(): ReactNode {
  const triggers = useFigures<TriggersAnswer>("/api/gtts");
  const form = useRef<HTMLHeadingElement>(null);
  return (
    <ViewFrame title="GTT" className="board gtt-view" figures={[triggers]}>
      <div className="board-tables">
        <TriggersPanel triggers={triggers.data?.triggers} onNew={() => form.current?.focus()} />
      </div>
      <aside className="board-side" aria-label="New trigger">
        <TriggerFormPanel heading={form} />
      </aside>
    </ViewFrame>
  );
}
