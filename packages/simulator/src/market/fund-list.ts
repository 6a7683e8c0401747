import { isin } from "./isin.ts";
import type { Spot } from "./spot.ts";

/** A mutual fund scheme in one plan and option. Amounts in rupees, quantities in units. */
export interface MutualFund {
  /** ISIN, which is its symbol. */
  readonly tradingsymbol: string;
  readonly amc: string;
  readonly name: string;
  readonly purchase_allowed: boolean;
  readonly redemption_allowed: boolean;
  readonly minimum_purchase_amount: number;
  readonly purchase_amount_multiplier: number;
  readonly minimum_additional_purchase_amount: number;
  readonly minimum_redemption_quantity: number;
  readonly redemption_quantity_multiplier: number;
  readonly dividend_type: "growth" | "payout";
  readonly scheme_type: string;
  readonly plan: "direct" | "regular";
  readonly settlement_type: string;
  /** What its net asset value follows. */
  readonly spot: Spot;
}

/** Houses that do not exist. */
const HOUSES = ["Banyan", "Monsoon", "Peacock", "Simulated"] as const;

interface Scheme {
  readonly name: string;
  readonly scheme_type: string;
  readonly settlement_type: string;
  /** Rupees per unit in the first plan. */
  readonly value: number;
  readonly volatility: number;
  readonly minimum: number;
  readonly closed?: true;
}

const SCHEMES: readonly Scheme[] = [
  { name: "Flexi Cap Fund", scheme_type: "equity", settlement_type: "T3", value: 78, volatility: 0.7, minimum: 500 },
  {
    name: "Small, Mid & Micro Cap Fund",
    scheme_type: "equity",
    settlement_type: "T3",
    value: 142,
    volatility: 1,
    minimum: 5000,
  },
  {
    name: 'ELSS "Tax Saver" Fund',
    scheme_type: "elss",
    settlement_type: "T3",
    value: 51,
    volatility: 0.7,
    minimum: 500,
  },
  {
    name: "Corporate Bond Fund",
    scheme_type: "debt",
    settlement_type: "T2",
    value: 31,
    volatility: 0.05,
    minimum: 1000,
  },
  { name: "Liquid Fund", scheme_type: "liquid", settlement_type: "T1", value: 2840, volatility: 0.01, minimum: 100 },
  {
    name: "Balanced Advantage Fund",
    scheme_type: "balanced",
    settlement_type: "T3",
    value: 38,
    volatility: 0.4,
    minimum: 1000,
  },
  {
    name: "Global Fund of Funds",
    scheme_type: "fof",
    settlement_type: "T6",
    value: 24,
    volatility: 0.6,
    minimum: 1000,
  },
  {
    name: "Fixed Term Plan Series 7",
    scheme_type: "debt",
    settlement_type: "T4",
    value: 13,
    volatility: 0.03,
    minimum: 5000,
    closed: true,
  },
];

const PLANS = [
  { plan: "direct", dividend_type: "growth", share: 1, title: "Direct Plan" },
  { plan: "regular", dividend_type: "growth", share: 0.93, title: "Regular Plan" },
  { plan: "regular", dividend_type: "payout", share: 0.4, title: "Regular Plan - IDCW Payout" },
] as const;

/** All funds, in a fixed order. */
export const mutualFunds: readonly MutualFund[] = HOUSES.flatMap((house, houseNumber) =>
  SCHEMES.flatMap((scheme, schemeNumber) =>
    PLANS.map(({ plan, dividend_type, share, title }, planNumber): MutualFund => {
      const code = String(schemeNumber * PLANS.length + planNumber).padStart(4, "0");
      const tradingsymbol = isin(`INF9S${houseNumber}K${code}`);
      return {
        tradingsymbol,
        amc: `${house}MutualFund_MF`,
        name: `${house} ${scheme.name} - ${title}`,
        purchase_allowed: !scheme.closed,
        redemption_allowed: !scheme.closed,
        minimum_purchase_amount: scheme.minimum,
        purchase_amount_multiplier: 1,
        minimum_additional_purchase_amount: Math.min(scheme.minimum, 1000),
        minimum_redemption_quantity: 0.001,
        redemption_quantity_multiplier: 0.001,
        dividend_type,
        scheme_type: scheme.scheme_type,
        plan,
        settlement_type: scheme.settlement_type,
        spot: {
          name: `fund ${house} ${scheme.name}`,
          typicalPrice: scheme.value * share * 100,
          volatility: scheme.volatility,
          hours: "equity",
        },
      };
    }),
  ),
);
