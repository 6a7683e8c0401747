import type { ReactNode } from "react";

/** A kite with its line. */
export function KiteMark(): ReactNode {
  return (
    <svg className="mark" width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path className="mark-sail" d="M25 7 9 12.500l10.5 10.500z" />
      <path className="mark-line" d="M16 16 7.5 24.5" />
    </svg>
  );
}

/** Name of the place. */
export function Brand(): ReactNode {
  return (
    <div className="brand">
      <KiteMark />
      <span className="brand-name">
        Kite SDK <span className="brand-kind">demo</span>
      </span>
    </div>
  );
}
