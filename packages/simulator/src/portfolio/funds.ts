/** Money of one segment as `GET /user/margins` shows it; all amounts in rupees. */
export interface SegmentFunds {
  readonly enabled: boolean;
  readonly net: number;
  readonly available: {
    readonly adhoc_margin: number;
    readonly cash: number;
    readonly opening_balance?: number;
    readonly live_balance?: number;
    readonly collateral: number;
    readonly intraday_payin: number;
  };
  readonly utilised: {
    readonly debits: number;
    readonly exposure: number;
    readonly m2m_realised: number;
    readonly m2m_unrealised: number;
    readonly option_premium: number;
    readonly payout: number;
    readonly span: number;
    readonly holding_sales: number;
    readonly turnover?: number;
    readonly liquid_collateral?: number;
    readonly stock_collateral?: number;
    readonly delivery?: number;
  };
}

export interface Funds {
  readonly equity: SegmentFunds;
  readonly commodity: SegmentFunds;
}
