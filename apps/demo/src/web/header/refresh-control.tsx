import type { ReactNode } from "react";
import { RefreshIcon } from "../icons.tsx";
import { indianTime } from "../time.ts";

interface RefreshControlProps {
  readonly automatic: boolean;
  readonly setAutomatic: (automatic: boolean) => void;
  readonly busy: boolean;
  readonly refresh: () => void;
  /** When the figures on the page were fetched, in epoch milliseconds; 0 when there are none. */
  readonly at: number;
}

/** When the figures are from, and how to get new ones. */
export function RefreshControl({ automatic, setAutomatic, busy, refresh, at }: RefreshControlProps): ReactNode {
  return (
    <div className="refresh">
      <p className="refresh-time">
        Updated {at > 0 ? <time dateTime={new Date(at).toISOString()}>{indianTime(at)}</time> : "--:--:--"} IST
      </p>
      <label className="switch" title="Refresh by itself every ten seconds">
        <input type="checkbox" checked={automatic} onChange={(event) => setAutomatic(event.target.checked)} />
        <span className="switch-name">
          Auto<span className="visually-hidden"> refresh</span>
        </span>
      </label>
      <button
        type="button"
        className={`button icon-only${busy ? " busy" : ""}`}
        onClick={refresh}
        aria-label="Refresh"
        title="Refresh"
      >
        <RefreshIcon />
      </button>
    </div>
  );
}
