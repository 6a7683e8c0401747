import type { ReactNode } from "react";
import { AlertIcon } from "../icons.tsx";
import { wordsFor } from "./problem.tsx";

interface PanelProblemProps {
  readonly error: Error;
  readonly retry: () => void;
  readonly busy: boolean;
}

/** Takes the place of a panel's content: what is wrong, and what to do. */
export function PanelProblem({ error, retry, busy }: PanelProblemProps): ReactNode {
  const { message, advice } = wordsFor(error);
  return (
    <div className="panel-problem" role="alert">
      <AlertIcon />
      <p>
        <strong>{message}</strong> {advice}
      </p>
      <button type="button" className="button" onClick={retry} aria-disabled={busy}>
        {busy ? "Trying…" : "Try again"}
      </button>
    </div>
  );
}
