/** What the page and its server say to each other. All amounts are rupees; times are ISO 8601. */

/** Which exchange is on the other side. */
export type EnvironmentName = "simulator" | "sandbox" | "production" | "custom";

/**
 * - `logged-out`: nobody has logged in, or somebody logged out
 * - `expired`: Kite has refused the token, as it does after 06:00 IST
 * - `elsewhere`: another browser has logged in to the real account, and this one has not
 */
export type LoginState = "logged-in" | "logged-out" | "expired" | "elsewhere";

/** `GET /api/session` */
export interface SessionAnswer {
  readonly environment: EnvironmentName;
  readonly state: LoginState;
}

/** `GET /api/account` */
export interface AccountAnswer {
  readonly user_id: string;
  readonly user_name: string;
  readonly user_shortname: string;
  readonly broker: string;
  readonly exchanges: readonly string[];
  readonly products: readonly string[];
  readonly margins: { readonly equity: SegmentRow; readonly commodity: SegmentRow };
}

export interface SegmentRow {
  readonly enabled: boolean;
  /** Left for trading. */
  readonly net: number;
  readonly used: number;
  readonly cash: number;
  readonly collateral: number;
}

/** `GET /api/portfolio` */
export interface PortfolioAnswer {
  readonly holdings: readonly HoldingRow[];
  readonly totals: HoldingTotals;
  readonly winners: readonly Mover[];
  readonly losers: readonly Mover[];
  readonly net: PositionList;
  readonly day: PositionList;
  /** Holdings and positions that are in no figure, because the exchange sent something else than numbers. */
  readonly left_out: readonly string[];
  /** Holdings without a previous close, as new listings: their change of today counts as 0. */
  readonly without_close: readonly string[];
  /** When the server had the figures. */
  readonly at: string;
}

/** Totals over all holdings. */
export interface HoldingTotals {
  readonly invested_amount: number;
  readonly current_value: number;
  readonly total_pnl: number;
  readonly total_pnl_percent: number;
  readonly today_pnl: number;
  readonly today_pnl_percent: number;
}

export interface HoldingRow extends HoldingTotals {
  readonly exchange: string;
  readonly tradingsymbol: string;
  /** Units: delivered, and bought but not delivered yet. */
  readonly units: number;
  readonly average_price: number;
  readonly last_price: number;
  /** Percent of the whole value. */
  readonly allocation: number;
  /** Of the units: bought and not delivered yet. */
  readonly t1_quantity: number;
  /** Of the units: given as collateral. */
  readonly pledged_quantity: number;
  /** Bought with the broker's money; on top of the units. */
  readonly mtf_quantity: number;
  /** The broker is unsure of the average price. */
  readonly discrepancy: boolean;
}

/** A holding that gained or lost most. */
export interface Mover {
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly total_pnl: number;
  readonly total_pnl_percent: number;
}

export interface PositionList {
  readonly rows: readonly PositionRow[];
  readonly pnl: number;
  readonly realised: number;
  readonly unrealised: number;
}

export interface PositionRow {
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly product: string;
  /** Shares, units of a contract, or lots; negative when short, 0 when closed. */
  readonly quantity: number;
  readonly average_price: number;
  readonly last_price: number;
  readonly pnl: number;
  readonly realised: number;
  readonly unrealised: number;
  /** What can be converted, by when it was opened. */
  readonly open: { readonly day: number; readonly overnight: number };
}

/** `POST /api/positions/convert`, answered by 204 */
export interface ConvertRequest {
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly transaction_type: "BUY" | "SELL";
  readonly position_type: "day" | "overnight";
  readonly quantity: number;
  readonly old_product: string;
  readonly new_product: string;
}

/** `GET /api/statistics`: the SDK's own counts since the server was started. */
export interface StatisticsAnswer {
  readonly requests: number;
  readonly retries: number;
  /** Requests that had to wait for the rate budget. */
  readonly waits: number;
  readonly waited_ms: number;
  readonly errors: number;
  /** Calls that may still go out in this second, of those that may go out in any second. */
  readonly budget: { readonly left: number; readonly limit: number } | null;
}

/** Body of every failure. */
export interface FailureAnswer {
  readonly code: string;
  readonly message: string;
  /** What the person in front of the page can do about it. */
  readonly what_to_do: string;
  /** Field of the request that was refused. */
  readonly field?: string;
  /** What is known about a change that failed: with `unknown` it may have taken effect. */
  readonly outcome?: "not-sent" | "rejected" | "unknown";
}

/** Values of `?login=` with which a login that went wrong comes back to the page. */
export type LoginProblem = "cancelled" | "not-started-here" | "refused" | "unreachable";
