import type { Reason, TickerStatus } from "@kite/ticker";
import type { FeedState } from "./feed.ts";
import type { UpstreamState } from "./upstream.ts";

/** What the connection light says. */
interface LightWords {
  readonly status: TickerStatus;
  readonly title: string;
  /** Why it is not live, in words; empty when there is nothing to explain. */
  readonly reason: string;
  /** When the next try leaves, in epoch milliseconds; null while none is planned. */
  readonly retryAt: number | null;
}

/** The worse of the two ways decides: prices come through both, and a page that has lost the server knows nothing further. */
export function lightWords({ own, upstream }: FeedState): LightWords {
  if (own.status === "live" && upstream) return wordsOf(upstream, "exchange");
  const times = own.connections.flatMap(({ retryAt }) => (retryAt ? [retryAt.getTime()] : []));
  const state: UpstreamState = {
    // the socket is open, and what is behind it not told yet
    status: own.status === "live" ? "connecting" : own.status,
    reason: own.reason ?? null,
    detail: own.detail ?? null,
    retry_at: times.length > 0 ? Math.min(...times) : null,
  };
  return wordsOf(state, "server");
}

function wordsOf({ status, reason, detail, retry_at }: UpstreamState, who: "exchange" | "server"): LightWords {
  const isWell = status === "live" || status === "connecting" || status === "idle";
  const why = reason === null || isWell ? "" : reasons[who][reason];
  return {
    status,
    title: titles[status],
    reason: why && detail && detail !== "close was called" ? `${why} (${detail})` : why,
    retryAt: status === "reconnecting" ? retry_at : null,
  };
}

const titles: Readonly<Record<TickerStatus, string>> = {
  idle: "Waiting",
  connecting: "Connecting",
  live: "Live",
  stale: "Silent",
  reconnecting: "Reconnecting",
  closed: "Closed",
};

const reasons: Readonly<Record<"exchange" | "server", Readonly<Record<Reason, string>>>> = {
  exchange: {
    auth: "The exchange refuses the login",
    limit: "The exchange has enough connections of this app",
    network: "The connection to the exchange broke",
    server: "The exchange ended or refused the connection",
    idle: "The exchange has gone quiet",
    asked: "The stream was ended",
  },
  server: {
    auth: "Nobody is logged in any more",
    limit: "The demo's server has enough connections",
    network: "The demo's server does not answer",
    server: "The demo's server ended or refused the connection",
    idle: "The demo's server has gone quiet",
    asked: "The stream was ended",
  },
};
