import { type UseQueryResult, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { refreshFigures } from "../api/queries.ts";
import { Problem } from "../states/problem.tsx";
import { StaleBanner } from "../states/stale-banner.tsx";
import { useLastError } from "../states/use-last-error.ts";
import { ViewHeading } from "./view-heading.tsx";

interface ViewFrameProps {
  readonly title: string;
  /** Layout of the content. */
  readonly className: string;
  /** The figures without which there is nothing to show. */
  readonly figures: readonly Pick<UseQueryResult, "data" | "dataUpdatedAt" | "error" | "isFetching">[];
  /** The content, with outlines for the figures that are still on their way. */
  readonly children: ReactNode;
}

/** A view in each of its states: its content while it loads and when it is there, a note when it is old, a problem when there is none. */
export function ViewFrame({ title, className, figures, children }: ViewFrameProps): ReactNode {
  const client = useQueryClient();
  const busy = figures.some(({ isFetching }) => isFetching);
  const isThere = figures.every(({ data }) => data !== undefined);
  const error = useLastError(figures.find((one) => one.error)?.error ?? null, isThere);
  const retry = () => void refreshFigures(client);
  if (error && !isThere) {
    return (
      <div className="alone">
        <ViewHeading>{title}</ViewHeading>
        <Problem error={error} retry={retry} busy={busy} heading="h2" />
      </div>
    );
  }
  const at = Math.min(...figures.map(({ dataUpdatedAt }) => dataUpdatedAt));
  return (
    <div className={className} aria-busy={!isThere}>
      <ViewHeading>{title}</ViewHeading>
      {error && <StaleBanner error={error} at={at} retry={retry} busy={busy} />}
      {children}
    </div>
  );
}
