import { debitsOf, type Usage } from "../funds/usage.ts";
import type { Funds, Purse } from "../portfolio/funds.ts";
import type { Random } from "../random.ts";

/** Money of somebody who trades: enough for the positions that are there, and some more. */
export function seedFunds(random: Random, usage: { readonly equity: Usage; readonly commodity: Usage }): Funds {
  const rupees = (min: number, max: number): number => random.int(min * 100, max * 100) / 100;
  const beyond = (used: Usage, spare: number): number => Math.round((debitsOf(used) + spare) * 100) / 100;
  return {
    equity: {
      ...purse,
      opening_balance: beyond(usage.equity, rupees(250_000, 500_000)),
      intraday_payin: 5_000 * random.int(0, 5),
    },
    commodity: { ...purse, opening_balance: beyond(usage.commodity, rupees(40_000, 90_000)), payout: -0 },
  };
}

const purse: Purse = { enabled: true, opening_balance: 0, intraday_payin: 0, payout: 0, older: false };

/** Money of somebody who has bought nothing yet: ten lakh rupees for shares and contracts, two for commodities. */
export const cashFunds: Funds = {
  equity: { ...purse, opening_balance: 1_000_000 },
  commodity: { ...purse, opening_balance: 200_000, payout: -0 },
};

/** No money yet. The segment that was never switched on has the older, shorter shape that some answers still have. */
export const emptyFunds: Funds = {
  equity: purse,
  commodity: { ...purse, enabled: false, older: true },
};
