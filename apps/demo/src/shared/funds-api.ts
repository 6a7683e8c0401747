/** `GET /api/funds`. All amounts are rupees. */
export interface FundsAnswer {
  readonly equity: FundsSegment;
  readonly commodity: FundsSegment;
}

/** Money for trading in one segment. Fields of older answers can be missing: null. */
export interface FundsSegment {
  readonly enabled: boolean;
  /** Left for trading. */
  readonly net: number;
  /** Everything that is used. */
  readonly used: number;
  readonly available: Readonly<Record<AvailablePart, number | null>>;
  readonly utilised: Readonly<Record<UsedPart, number | null>>;
}

export type AvailablePart =
  | "opening_balance"
  | "intraday_payin"
  | "cash"
  | "live_balance"
  | "collateral"
  | "adhoc_margin";

export type UsedPart =
  | "span"
  | "exposure"
  | "option_premium"
  | "delivery"
  | "liquid_collateral"
  | "stock_collateral"
  | "holding_sales"
  | "turnover"
  | "m2m_realised"
  | "m2m_unrealised"
  | "payout";
