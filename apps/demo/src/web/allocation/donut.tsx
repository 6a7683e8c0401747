import type { ReactNode } from "react";
import type { Slice } from "./slices.ts";

/** Percent of the ring left free between two slices. */
const GAP = 0.7;

/** A ring of slices. The list beside it says the same in words, so it is hidden from screen readers. */
export function Donut({ slices }: { readonly slices: readonly Slice[] }): ReactNode {
  const gap = slices.length > 1 ? GAP : 0;
  return (
    <svg className="donut" viewBox="0 0 120 120" aria-hidden="true">
      <circle cx="60" cy="60" r="48" />
      {slices.map(({ name, share, start }, index) => (
        <circle
          key={name}
          className={`slice-${index + 1}`}
          cx="60"
          cy="60"
          r="48"
          pathLength="100"
          strokeDasharray={`${Math.max(share - gap, 0.3)} 100`}
          strokeDashoffset={-start}
          transform="rotate(-90 60 60)"
        />
      ))}
    </svg>
  );
}
