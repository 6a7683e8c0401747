import type { ReactNode } from "react";
import { directionOf, formatChange, formatPercent } from "../../shared/rupees.ts";
import { DirectionIcon } from "../icons.tsx";

interface ChangeProps {
  readonly rupees: number;
  readonly percent?: number;
  /** Puts the percentage below the amount instead of beside it. */
  readonly stacked?: boolean;
}

/** A gain or a loss: sign, arrow and colour, so that none of them is needed alone. */
export function Change({ rupees, percent, stacked = false }: ChangeProps): ReactNode {
  const direction = directionOf(rupees);
  return (
    <span className={`change ${direction}${stacked ? " stacked" : ""}`}>
      <span className="change-amount">
        <DirectionIcon direction={direction} />
        {formatChange(rupees)}
      </span>
      {percent !== undefined && <span className="change-percent">{formatPercent(percent)}</span>}
    </span>
  );
}
