import type { ReactNode } from "react";
import type { FundsAnswer } from "../../shared/funds-api.ts";
import { useFigures } from "../api/use-figures.ts";
import { ViewFrame } from "../shell/view-frame.tsx";
import { SegmentPanel } from "./segment-panel.tsx";
import "../styles/funds.css";

/** Money for trading, part by part. */
export function FundsView(): ReactNode {
  const funds = useFigures<FundsAnswer>("/api/funds");
  return (
    <ViewFrame title="Funds" className="board funds" figures={[funds]}>
      <SegmentPanel name="Equity" segment={funds.data?.equity} />
      <SegmentPanel name="Commodity" segment={funds.data?.commodity} />
    </ViewFrame>
  );
}
