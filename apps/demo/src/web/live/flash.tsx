import type { ReactNode } from "react";
import { DirectionIcon } from "../icons.tsx";

interface FlashProps {
  /** Where the price went last. */
  readonly direction: "up" | "down" | "flat";
  /** Changes with each move. */
  readonly moves: number;
  readonly children: ReactNode;
}

/** A price that lights up when it moves; the arrow beside it stays, for those who see no colours or want nothing to move. */
export function Flash({ direction, moves, children }: FlashProps): ReactNode {
  return (
    <span className={`flash ${direction}`}>
      <span className="flash-arrow">{direction !== "flat" && <DirectionIcon direction={direction} />}</span>
      {/* another key begins the animation anew */}
      <span className="flash-price" key={moves}>
        {children}
      </span>
    </span>
  );
}
