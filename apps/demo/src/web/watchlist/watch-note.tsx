import type { ReactNode } from "react";
import { ConnectionTrouble } from "../live/connection-light.tsx";
import { listLoading } from "../market/use-instruments.ts";
import { MOST_WATCHED } from "./watched.ts";

interface WatchNoteProps {
  /** How many instruments are watched; undefined while that is not known. */
  readonly count: number | undefined;
  readonly isLoading: boolean;
}

/** What is wrong with the stream, or else which keys there are. Its place is always the same size, so that nothing moves. */
export function WatchNote({ count, isLoading }: WatchNoteProps): ReactNode {
  return (
    <div className="watch-note">
      {isLoading ? <p role="status">{listLoading}</p> : <ConnectionTrouble otherwise={hint(count)} />}
    </div>
  );
}

const hint = (count: number | undefined): ReactNode =>
  count ? (
    <>
      <p className="watch-keys">
        <kbd>B</kbd> buy <kbd>S</kbd> sell <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>Del</kbd> remove
      </p>
      <p className="watch-count">
        {count} of at most {MOST_WATCHED} instruments
      </p>
    </>
  ) : null;
