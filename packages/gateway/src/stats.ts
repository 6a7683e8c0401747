/** What happened to one request. */
export interface GatewayEvent {
  /** As in the answer's `x-request-id`. */
  readonly requestId: string;
  readonly method: string;
  /** Route with its slots unfilled: `/orders/{variety}`, `/login`; `-` for a request that found none. */
  readonly route: string;
  readonly status: number;
  /** What was wrong, as the browser was told. */
  readonly problem: string | undefined;
  /** What failed unexpectedly, behind a 500: your store, a bug. The options' secrets are masked in it. */
  readonly failure: string | undefined;
  readonly milliseconds: number;
}

/** Figures since the start. */
export interface GatewayStats {
  /** Requests that were answered. */
  readonly requests: number;
  /** Those of them that the gateway refused. */
  readonly refused: number;
  /** Requests that went to Kite. */
  readonly upstream: number;
  /** Reads that were answered by another tab's request or by a kept answer. */
  readonly shared: number;
  /** Requests being answered now. */
  readonly underWay: number;
  /** Accounts in memory, with somebody signed in lately. */
  readonly accounts: number;
  /** Open streams of browsers. */
  readonly tabs: number;
  /** Frames of market data from Kite, and to browsers. */
  readonly framesIn: number;
  readonly framesOut: number;
  /** Packets that slow tabs did not get because a newer one of the same instrument replaced them. */
  readonly conflated: number;
  /** Tabs that were cut off because they read nothing. */
  readonly cutOff: number;
}

/** The figures, as their owners count them. */
export type Counts = { -readonly [Name in Exclude<keyof GatewayStats, "accounts" | "tabs">]: GatewayStats[Name] };

export const noCounts = (): Counts => ({
  ...{ requests: 0, refused: 0, upstream: 0, shared: 0, underWay: 0 },
  ...{ framesIn: 0, framesOut: 0, conflated: 0, cutOff: 0 },
});
