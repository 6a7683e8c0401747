import type { ReactNode } from "react";
import { directionOf, formatPercent } from "../../shared/rupees.ts";
import { DirectionIcon } from "../icons.tsx";
import { formatPrice } from "./price-text.ts";

interface QuoteChangeProps {
  readonly change: number | null;
  readonly percent: number | null;
  readonly tick_size: number;
}

/** The change since the previous close: sign, arrow and colour, so that none of them is needed alone. */
export function QuoteChange({ change, percent, tick_size }: QuoteChangeProps): ReactNode {
  if (change === null || percent === null) return <span className="change flat">First day, no change</span>;
  // the sign of what is shown: 0.0025 is a change where prices have four decimals
  const text = formatPrice(Math.abs(change), tick_size);
  const direction = /[1-9]/.test(text) ? directionOf(Math.sign(change)) : "flat";
  const sign = { up: "+", down: "−", flat: "" }[direction];
  return (
    <span className={`change ${direction}`}>
      <span className="change-amount">
        <DirectionIcon direction={direction} />
        {sign}
        {text}
      </span>
      <span className="change-percent">{formatPercent(percent)}</span>
    </span>
  );
}
