import { type ReactNode, useId, useRef } from "react";
import { ConnectionLight } from "../live/connection-light.tsx";
import type { InstrumentRow } from "../market/instrument-row.ts";
import { announce } from "../states/announcer.tsx";
import { Bone } from "../states/bone.tsx";
import { Empty } from "../states/empty.tsx";
import { PanelProblem } from "../states/panel-problem.tsx";
import type { RowDeed } from "./row-keys.ts";
import { useWatchlist } from "./use-watchlist.ts";
import { WatchNote } from "./watch-note.tsx";
import { WatchRow } from "./watch-row.tsx";
import { MOST_WATCHED } from "./watched.ts";
import "../styles/watchlist.css";

interface WatchlistPanelProps {
  /** What the rest of the view shows; undefined while it is on its way. */
  readonly shown: InstrumentRow | undefined;
}

/** The instruments that somebody watches, live, and how the stream is. */
export function WatchlistPanel({ shown }: WatchlistPanelProps): ReactNode {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { rows, query, add, remove, move } = useWatchlist();
  const canAdd = shown && rows && rows.length < MOST_WATCHED && !rows.some(({ key }) => key === shown.key);
  const act = (key: string, deed: RowDeed, row: HTMLElement) => {
    if (deed === "remove") {
      remove(key);
      announce(`${key} is not watched any more.`);
      // what had the focus is gone
      (linkIn(row.nextElementSibling ?? row.previousElementSibling) ?? heading.current)?.focus();
    } else if (deed === "previous" || deed === "next") {
      linkIn(deed === "next" ? row.nextElementSibling : row.previousElementSibling)?.focus();
    } else if (move(key, deed === "up" ? -1 : 1)) {
      announce(`${key} has moved ${deed}.`);
      // a row that is put elsewhere loses the focus on the way
      requestAnimationFrame(() => linkIn(row)?.focus());
    }
  };
  return (
    <section className="panel watchlist" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          Watchlist
        </h2>
        <ConnectionLight />
      </div>
      {!rows && query.error ? (
        <PanelProblem error={query.error} retry={query.refetch} busy={query.isFetching} />
      ) : rows?.length === 0 ? (
        <Empty title="Nothing is watched">Search for an instrument, and add it here.</Empty>
      ) : (
        <ul className="watches">
          {rows?.map((instrument) => (
            <WatchRow
              key={instrument.key}
              instrument={instrument}
              isShown={instrument.key === shown?.key}
              onDeed={(deed, row) => act(instrument.key, deed, row)}
            />
          )) ??
            ["a", "b", "c", "d", "e"].map((name) => (
              <li key={name} className="watch">
                <Bone width="12ch" />
              </li>
            ))}
        </ul>
      )}
      <div className="watch-foot">
        {canAdd && (
          <button
            type="button"
            className="button small"
            onClick={() => {
              add(shown.key);
              announce(`${shown.key} is watched.`);
              heading.current?.focus();
            }}
          >
            Add {shown.key}
          </button>
        )}
        <WatchNote count={rows?.length} isLoading={!rows && !query.error} />
      </div>
    </section>
  );
}

const linkIn = (row: Element | null): HTMLElement | null => row?.querySelector("a") ?? null;
