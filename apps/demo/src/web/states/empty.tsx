import type { ReactNode } from "react";

interface EmptyProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Says why there is nothing in a panel. */
export function Empty({ title, children }: EmptyProps): ReactNode {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      <p>{children}</p>
    </div>
  );
}
