import { type ReactNode, useId, useRef } from "react";
import type { WatchedRow } from "../../shared/market-api.ts";
import { ConnectionLight } from "../live/connection-light.tsx";
import { announce } from "../states/announcer.tsx";
import { Bone } from "../states/bone.tsx";
import { Empty } from "../states/empty.tsx";
import { PanelProblem } from "../states/panel-problem.tsx";
import { useWatchlist } from "./use-watchlist.ts";
import { WatchRow } from "./watch-row.tsx";
import "../styles/watchlist.css";

/** What is watched at most, so that the list stays one that can be read. */
const MOST = 50;

interface WatchlistPanelProps {
  /** What the rest of the view shows; undefined while it is on its way. */
  readonly shown: WatchedRow | undefined;
}

/** The instruments that somebody watches, live, and how the stream is. */
export function WatchlistPanel({ shown }: WatchlistPanelProps): ReactNode {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { rows, query, add, remove } = useWatchlist();
  const canAdd = shown && rows && rows.length < MOST && !rows.some(({ key }) => key === shown.key);
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
              onRemove={() => {
                remove(instrument.key);
                announce(`${instrument.key} is not watched any more.`);
                // its button is gone
                heading.current?.focus();
              }}
            />
          )) ??
            ["a", "b", "c", "d", "e"].map((name) => (
              <li key={name} className="watch">
                <Bone width="12ch" />
              </li>
            ))}
        </ul>
      )}
      {canAdd && (
        <p className="watch-add">
          <button
            type="button"
            className="button small"
            onClick={() => {
              add(shown);
              announce(`${shown.key} is watched.`);
              heading.current?.focus();
            }}
          >
            Add {shown.key}
          </button>
        </p>
      )}
    </section>
  );
}
