import { type ReactNode, useRef, useState } from "react";
import { useFigures } from "../api/use-figures.ts";
import { ViewFrame } from "../shell/view-frame.tsx";
import { FundFormPanel } from "./fund-form-panel.tsx";
import type { FundTask } from "./fund-task.ts";
import { FundHoldingsPanel } from "./holdings-panel.tsx";
import { holdingsFigures, ordersFigures, sipsFigures } from "./mf-figures.ts";
import { FundOrdersPanel } from "./orders-panel.tsx";
import { SIPsPanel } from "./sips-panel.tsx";
import "../styles/market.css";
import "../styles/gtt.css";
import "../styles/orders.css";
import "../styles/mf.css";

const nothing: FundTask = { action: "purchase", isin: undefined };

/** Mutual funds: what is held and ordered, standing orders, and a form for more. */
export function MFView(): ReactNode {
  const holdings = useFigures(holdingsFigures);
  const orders = useFigures(ordersFigures);
  const sips = useFigures(sipsFigures);
  const form = useRef<HTMLHeadingElement>(null);
  const [task, setTask] = useState<FundTask>(nothing);
  const goToForm = (next: FundTask) => {
    setTask(next);
    form.current?.focus();
  };
  return (
    <ViewFrame title="Mutual funds" className="board gtt-view mf-view" figures={[holdings, orders, sips]}>
      <div className="board-tables">
        <FundHoldingsPanel holdings={holdings.data} onTask={goToForm} />
        <SIPsPanel sips={sips.data} onTask={goToForm} />
        <FundOrdersPanel orders={orders.data} />
      </div>
      <aside className="board-side" aria-label="Order a fund">
        <FundFormPanel heading={form} task={task} onTask={setTask} holdings={holdings.data} />
      </aside>
    </ViewFrame>
  );
}
