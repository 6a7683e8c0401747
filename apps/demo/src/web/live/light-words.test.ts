import type { TickerState } from "@kite/ticker";
import { expect, test } from "vitest";
import { lightWords } from "./light-words.ts";
import type { UpstreamState } from "./upstream.ts";

const since = new Date(0);
const own = (status: TickerState["status"], rest: Partial<TickerState> = {}): TickerState => ({
  status,
  reason: undefined,
  detail: undefined,
  since,
  connections: [],
  ...rest,
});
const upstream = (status: UpstreamState["status"], rest: Partial<UpstreamState> = {}): UpstreamState => ({
  status,
  reason: null,
  detail: null,
  retry_at: null,
  ...rest,
});

test("live only when both ways are", () => {
  expect(lightWords({ own: own("live"), upstream: upstream("live") }).title).toBe("Live");
  expect(lightWords({ own: own("live"), upstream: undefined }).title).toBe("Connecting");
  expect(lightWords({ own: own("reconnecting"), upstream: upstream("live") }).title).toBe("Reconnecting");
  expect(lightWords({ own: own("live"), upstream: upstream("stale") }).title).toBe("Silent");
});

test("says why the exchange is away, and when it is tried again", () => {
  const state = upstream("reconnecting", { reason: "server", detail: "HTTP 503", retry_at: 5_000 });
  expect(lightWords({ own: own("live"), upstream: state })).toEqual({
    status: "reconnecting",
    title: "Reconnecting",
    reason: "The exchange ended or refused the connection (HTTP 503)",
    retryAt: 5_000,
  });
});

test("says why the demo's server is away, and names the earliest try", () => {
  const connection = { status: "reconnecting", since, reason: "network", detail: undefined } as const;
  const connections = [7_000, 6_000].map((at) => ({
    ...connection,
    instruments: 1,
    failures: 1,
    retryAt: new Date(at),
  }));
  const state = own("reconnecting", { reason: "network", connections });
  expect(lightWords({ own: state, upstream: upstream("live") })).toMatchObject({
    reason: "The demo's server does not answer",
    retryAt: 6_000,
  });
});

test("what is well needs no explanation", () => {
  const state = upstream("live", { reason: "network", detail: "close code 1006", retry_at: 5 });
  expect(lightWords({ own: own("live"), upstream: state })).toMatchObject({ reason: "", retryAt: null });
});
