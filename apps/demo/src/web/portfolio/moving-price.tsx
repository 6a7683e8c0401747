import { type ReactNode, useState } from "react";
import { directionOf, formatAmount } from "../../shared/rupees.ts";
import { Flash } from "../live/flash.tsx";

/** A price that lights up when it is another one. */
export function MovingPrice({ rupees }: { readonly rupees: number }): ReactNode {
  const [known, setKnown] = useState({ rupees, direction: directionOf(0), moves: 0 });
  if (known.rupees !== rupees) {
    setKnown({ rupees, direction: directionOf(rupees - known.rupees), moves: known.moves + 1 });
  }
  return (
    <Flash direction={known.direction} moves={known.moves}>
      {formatAmount(rupees)}
    </Flash>
  );
}
