import { debitsOf, type Segment, type Usage } from "../funds/usage.ts";

/** What an account has in one segment before any trade; rupees. */
export interface Purse {
  readonly enabled: boolean;
  readonly opening_balance: number;
  readonly intraday_payin: number;
  /** Kite reports this zero with a minus sign for commodities. */
  readonly payout: number;
  /** The answer has the shorter shape of earlier days. */
  readonly older: boolean;
}

export type Funds = Readonly<Record<Segment, Purse>>;

/** Rupees that can still be spent. */
export function netOf({ opening_balance, intraday_payin }: Purse, usage: Usage): number {
  return opening_balance + intraday_payin - debitsOf(usage);
}

/** Renders a segment of `GET /user/margins`. `net`, `live_balance` and cash less debits agree, as in Kite's own sample. */
export function segmentRow(purse: Purse, usage: Usage): Record<string, unknown> {
  const { enabled, opening_balance, intraday_payin, payout, older } = purse;
  const net = netOf(purse, usage);
  const cash = opening_balance + intraday_payin;
  const { delivery, ...early } = usage;
  return {
    enabled,
    net,
    available: {
      adhoc_margin: 0,
      cash,
      ...(!older && { opening_balance, live_balance: net }),
      collateral: 0,
      intraday_payin,
    },
    utilised: {
      debits: debitsOf(usage),
      ...early,
      m2m_unrealised: 0,
      payout,
      ...(!older && { turnover: 0, liquid_collateral: 0, stock_collateral: 0, delivery }),
    },
  };
}
