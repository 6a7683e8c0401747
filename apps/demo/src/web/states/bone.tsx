import type { ReactNode } from "react";

/** Stands in for a figure that is on its way, as wide as that will be. */
export function Bone({ width }: { readonly width: string }): ReactNode {
  return <span className="bone" style={{ inlineSize: width }} aria-hidden="true" />;
}
