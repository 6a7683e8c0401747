import { getMargins, type UserMargins } from "@kite/auth";
import type { ReactNode } from "react";
import { kite } from "../api/kite.ts";
import { type Figures, useFigures } from "../api/use-figures.ts";
import { ViewFrame } from "../shell/view-frame.tsx";
import { SegmentPanel } from "./segment-panel.tsx";
import "../styles/funds.css";

const fundsFigures: Figures<UserMargins> = {
  key: ["funds"],
  read: (signal) => getMargins(kite, undefined, { signal }),
};

/** Money for trading, part by part. */
export function FundsView(): ReactNode {
  const funds = useFigures(fundsFigures);
  return (
    <ViewFrame title="Margins" className="board funds" figures={[funds]}>
      <SegmentPanel name="Equity" segment={funds.data?.equity} />
      <SegmentPanel name="Commodity" segment={funds.data?.commodity} />
    </ViewFrame>
  );
}
