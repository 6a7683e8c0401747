import type { ReactNode } from "react";
import { failureOf } from "../api/failure.ts";
import { AlertIcon } from "../icons.tsx";

interface ProblemProps {
  readonly error: Error | null;
  readonly retry: () => void;
  readonly busy: boolean;
  /** `h2` in a view, which has a heading of its own. */
  readonly heading?: "h1" | "h2";
}

/** Takes the place of everything when there is nothing to show: what is wrong, and what to do. */
export function Problem({ error, retry, busy, heading: Heading = "h1" }: ProblemProps): ReactNode {
  const { message, advice, code } = wordsFor(error);
  return (
    <section className="card" role="alert">
      <span className="card-mark loss">
        <AlertIcon />
      </span>
      <Heading>There is nothing to show</Heading>
      <p>
        {message} {advice}
      </p>
      {code && (
        <p className="card-code">
          <code>{code}</code>
        </p>
      )}
      <button type="button" className="button primary" onClick={retry} aria-disabled={busy}>
        {busy ? "Trying…" : "Try again"}
      </button>
    </section>
  );
}

/** What an error says to the person in front of the page. */
export function wordsFor(error: Error | null): { message: string; advice: string; code: string | undefined } {
  const { code, status, message, what_to_do } = failureOf(error);
  return { message, advice: what_to_do, code: status === undefined ? undefined : `${status} ${code}` };
}
