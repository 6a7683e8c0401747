import type { ReactNode } from "react";
import { besideField } from "../../form/refusal.ts";
import { wordsFor } from "../../states/problem.tsx";

/** Says in a dialog what went wrong and what to do. */
export function DialogProblem({ error }: { readonly error: Error | null }): ReactNode {
  if (!error) return null;
  const { message, advice } = wordsFor(error);
  return (
    <p className="dialog-problem" role="alert">
      <strong>{besideField(message, "")}</strong> {advice}
    </p>
  );
}
