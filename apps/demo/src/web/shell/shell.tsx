import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import type { EnvironmentName } from "../../shared/demo-api.ts";
import { refreshFigures } from "../api/queries.ts";
import { useAccount } from "../api/use-account.ts";
import { useFiguresBusy, useFiguresTime } from "../api/use-figures.ts";
import { AccountMenu } from "../header/account-menu.tsx";
import { Brand } from "../header/brand.tsx";
import { EnvironmentBadge } from "../header/environment-badge.tsx";
import { RefreshControl } from "../header/refresh-control.tsx";
import { ThemeToggle } from "../header/theme-toggle.tsx";
import { SearchIcon } from "../icons.tsx";
import { OpenIntents } from "../orders/intents/open-intents.tsx";
import { ShortcutsDialog } from "../shortcuts/shortcuts-dialog.tsx";
import { useShortcuts } from "../shortcuts/use-shortcuts.ts";
import { Announcer } from "../states/announcer.tsx";
import { StatisticsFooter } from "../statistics-footer.tsx";
import { ShellContext } from "./shell-context.ts";
import { useView } from "./use-view.ts";
import { ViewBoundary } from "./view-boundary.tsx";
import { FocusWish } from "./view-heading.tsx";
import { ViewNav } from "./view-nav.tsx";

/** Comes with the list of instruments, so not before somebody searches. */
const SearchDialog = lazy(async () => ({ default: (await import("../search/search-dialog.tsx")).SearchDialog }));

/** Comes with the ticker, which the first figures do not wait for. */
const StreamWatch = lazy(async () => ({ default: (await import("./stream-watch.tsx")).StreamWatch }));

interface ShellProps {
  /** Undefined while it is not known yet: the outlines are shown. */
  readonly environment: EnvironmentName | undefined;
}

/** What surrounds the views: header, navigation, foot. Knows which view is shown, and whether figures refresh by themselves. */
export function Shell({ environment }: ShellProps): ReactNode {
  const [automatic, setAutomatic] = useState(true);
  const shell = useMemo(
    () => ({ environment, live: environment === "production", enabled: environment !== undefined, automatic }),
    [environment, automatic],
  );
  return (
    <ShellContext value={shell}>
      <button type="button" className="skip-link" onClick={() => document.getElementById("main")?.focus()}>
        Skip to the figures
      </button>
      <Surroundings environment={environment} automatic={automatic} setAutomatic={setAutomatic} />
      <OpenIntents />
      <Announcer />
    </ShellContext>
  );
}

interface SurroundingsProps extends ShellProps {
  readonly automatic: boolean;
  readonly setAutomatic: (automatic: boolean) => void;
}

function Surroundings({ environment, automatic, setAutomatic }: SurroundingsProps): ReactNode {
  const client = useQueryClient();
  const account = useAccount();
  const busy = useFiguresBusy();
  const at = useFiguresTime();
  const { view, focusWish } = useView();
  const { name, Content } = view;
  const [isListed, setListed] = useState(false);
  // undefined until somebody has searched
  const [isSearching, setSearching] = useState<boolean>();
  useShortcuts((wish) => {
    if (wish === "search") setSearching(true);
    else if (wish === "list") setListed(true);
    else void refreshFigures(client);
    // a search that is still on its way has no field yet, and what is meant for it must not open the order pad
  }, isSearching === true);
  return (
    <>
      <header className="bar">
        <div className="bar-inside">
          <Brand />
          {environment && <EnvironmentBadge environment={environment} />}
          <ViewNav current={name} />
          <div className="bar-tools">
            <button
              type="button"
              className="button icon-only"
              onClick={() => setSearching(true)}
              aria-label="Search for an instrument"
              aria-keyshortcuts="/"
              title="Search for an instrument ( / )"
            >
              <SearchIcon />
            </button>
            <RefreshControl
              automatic={automatic}
              setAutomatic={setAutomatic}
              busy={busy}
              refresh={() => void refreshFigures(client)}
              at={at}
            />
            <ThemeToggle />
            <button
              type="button"
              className="button icon-only for-keyboards"
              onClick={() => setListed(true)}
              aria-label="Keyboard shortcuts"
              aria-keyshortcuts="?"
              title="Keyboard shortcuts ( ? )"
            >
              ?
            </button>
            <AccountMenu account={account.data} simulated={environment === "simulator"} />
          </div>
        </div>
      </header>
      <main className="view" id="main" tabIndex={-1}>
        <FocusWish value={focusWish}>
          <Suspense>
            <ViewBoundary key={name}>
              <Content />
            </ViewBoundary>
          </Suspense>
        </FocusWish>
      </main>
      <StatisticsFooter at={at} />
      {environment && (
        <Suspense>
          <StreamWatch />
        </Suspense>
      )}
      {isListed && <ShortcutsDialog onClose={() => setListed(false)} />}
      {isSearching !== undefined && (
        <Suspense>
          <SearchDialog open={isSearching} onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </>
  );
}
