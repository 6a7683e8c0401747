import { isKiteError } from "@kite/core";
import type { ReactNode } from "react";
import { wordsFor } from "../states/problem.tsx";

/** Why a change was refused. Kite documents mutual funds as read-only, which says more than its own words do. */
export function FundProblem({ error }: { readonly error: Error | null }): ReactNode {
  if (!error) return null;
  const { message, advice } = isKiteError(error, "PermissionException") ? readOnly : wordsFor(error);
  return (
    <p className="dialog-problem" role="alert">
      <strong>{message}</strong> {advice}
    </p>
  );
}

const readOnly = {
  message: "Kite does not take this over its API: mutual funds are read-only there.",
  advice: "Do it in Coin, where the payment is made as well.",
};
