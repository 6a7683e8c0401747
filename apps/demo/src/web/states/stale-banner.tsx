import type { ReactNode } from "react";
import { AlertIcon } from "../icons.tsx";
import { indianTime } from "../time.ts";
import { wordsFor } from "./problem.tsx";

interface StaleBannerProps {
  readonly error: Error;
  /** When the figures were fetched that are still on the page, in epoch milliseconds. */
  readonly at: number;
  readonly retry: () => void;
  readonly busy: boolean;
}

/** Says that the figures on the page are old, and why. */
export function StaleBanner({ error, at, retry, busy }: StaleBannerProps): ReactNode {
  const { message, advice } = wordsFor(error);
  return (
    <section className="banner" role="alert">
      <AlertIcon />
      <p>
        <strong>{message}</strong> {advice} {at > 0 && <>The figures below are of {indianTime(at)} IST.</>}
      </p>
      <button type="button" className="button" onClick={retry} aria-disabled={busy}>
        Try again
      </button>
    </section>
  );
}
