import type { Funds, SegmentFunds } from "../portfolio/funds.ts";
import type { Random } from "../random.ts";

/** Money of somebody who trades. `net`, `live_balance` and cash less debits agree, as in Kite's own sample. */
export function seedFunds(random: Random): Funds {
  const rupees = (min: number, max: number): number => random.int(min * 100, max * 100) / 100;
  const equity = {
    span: rupees(20_000, 60_000),
    exposure: rupees(8_000, 25_000),
    option_premium: rupees(1_000, 9_000),
  };
  const commodity = { span: rupees(5_000, 12_000), exposure: rupees(1_000, 3_000), option_premium: 0 };
  return {
    equity: segment(rupees(250_000, 500_000), 5_000 * random.int(0, 5), { ...equity, delivery: rupees(0, 40_000) }, 0),
    // Kite reports this very zero with a minus sign
    commodity: segment(rupees(40_000, 90_000), 0, { ...commodity, delivery: 0 }, -0),
  };
}

interface Debits {
  readonly span: number;
  readonly exposure: number;
  readonly option_premium: number;
  readonly delivery: number;
}

function segment(opening_balance: number, intraday_payin: number, parts: Debits, payout: number): SegmentFunds {
  const debits = parts.span + parts.exposure + parts.option_premium + parts.delivery;
  const cash = opening_balance + intraday_payin;
  const net = cash - debits;
  return {
    enabled: true,
    net,
    available: { adhoc_margin: 0, cash, opening_balance, live_balance: net, collateral: 0, intraday_payin },
    utilised: {
      debits,
      exposure: parts.exposure,
      m2m_realised: 0,
      m2m_unrealised: 0,
      option_premium: parts.option_premium,
      payout,
      span: parts.span,
      holding_sales: 0,
      turnover: 0,
      liquid_collateral: 0,
      stock_collateral: 0,
      delivery: parts.delivery,
    },
  };
}

const shortUtilised = {
  debits: 0,
  exposure: 0,
  m2m_realised: 0,
  m2m_unrealised: 0,
  option_premium: 0,
  payout: 0,
  span: 0,
  holding_sales: 0,
};

/** No money yet. The segment that was never switched on has the older, shorter shape that some answers still have. */
export const emptyFunds: Funds = {
  equity: {
    enabled: true,
    net: 0,
    available: { adhoc_margin: 0, cash: 0, opening_balance: 0, live_balance: 0, collateral: 0, intraday_payin: 0 },
    utilised: { ...shortUtilised, turnover: 0, liquid_collateral: 0, stock_collateral: 0, delivery: 0 },
  },
  commodity: {
    enabled: false,
    net: 0,
    available: { adhoc_margin: 0, cash: 0, collateral: 0, intraday_payin: 0 },
    utilised: shortUtilised,
  },
};
