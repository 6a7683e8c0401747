import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { forgetFigures, readWhatWasRefused, useSession } from "./api/queries.ts";
import { Brand } from "./header/brand.tsx";
import { EnvironmentBadge } from "./header/environment-badge.tsx";
import { ThemeToggle } from "./header/theme-toggle.tsx";
import { Shell } from "./shell/shell.tsx";
import { LoginCard } from "./states/login-card.tsx";
import { Problem } from "./states/problem.tsx";
import { useLastError } from "./states/use-last-error.ts";

/** Chooses what to show by who is logged in. */
export function App(): ReactNode {
  const session = useSession();
  const client = useQueryClient();
  const state = session.data?.state;
  useEffect(() => {
    if (state && state !== "logged-in") forgetFigures(client);
  }, [client, state]);
  // a session that follows another looks the same, but is of another time
  useEffect(() => {
    if (state === "logged-in") readWhatWasRefused(client);
  }, [client, state, session.dataUpdatedAt]);
  const error = useLastError(session.error, session.data !== undefined);
  if (!session.data && !error) return <Shell environment={undefined} />;
  if (session.data?.state === "logged-in") return <Shell environment={session.data.environment} />;
  return (
    <>
      <header className="bar">
        <div className="bar-inside">
          <Brand />
          {session.data && <EnvironmentBadge environment={session.data.environment} />}
          <div className="bar-tools">
            <ThemeToggle />
          </div>
        </div>
      </header>
      <main className="view alone" id="main" tabIndex={-1}>
        {session.data ? (
          <LoginCard session={session.data} problem={error} />
        ) : (
          <Problem error={error} retry={session.refetch} busy={session.isFetching} />
        )}
      </main>
    </>
  );
}
