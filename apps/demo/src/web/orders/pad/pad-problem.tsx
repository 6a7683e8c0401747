import type { ReactNode } from "react";
import { besideField } from "../../form/refusal.ts";
import { wordsFor } from "../../states/problem.tsx";

/** Says that the order was refused, why, and what to do. */
export function PadProblem({ error }: { readonly error: Error }): ReactNode {
  const { message, advice } = wordsFor(error);
  return (
    <div className="outcome refused" role="alert">
      <p className="outcome-title">Not placed</p>
      <p>
        {besideField(message, "")} {advice}
      </p>
    </div>
  );
}
