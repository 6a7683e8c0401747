import { csv } from "../csv.ts";
import type { Exchange } from "../exchange.ts";
import type { MutualFund } from "../market/fund-list.ts";
import type { MutualFunds } from "../market/mutual-funds.ts";
import { type App, signedIn } from "./signed-in.ts";

/** The dump of all mutual funds. */
export function mutualFundInstrumentsRoutes(app: App, exchange: Exchange): void {
  const { mutualFunds } = exchange.market;

  app.get("/mf/instruments", signedIn(exchange), () =>
    csv([COLUMNS, ...mutualFunds.list().map((fund) => row(mutualFunds, fund))]),
  );
}

const COLUMNS = [
  "tradingsymbol",
  "amc",
  "name",
  "purchase_allowed",
  "redemption_allowed",
  "minimum_purchase_amount",
  "purchase_amount_multiplier",
  "minimum_additional_purchase_amount",
  "minimum_redemption_quantity",
  "redemption_quantity_multiplier",
  "dividend_type",
  "scheme_type",
  "plan",
  "settlement_type",
  "last_price",
  "last_price_date",
];

function row(mutualFunds: MutualFunds, fund: MutualFund): string[] {
  const { last_price, last_price_date } = mutualFunds.valueOf(fund);
  return [
    fund.tradingsymbol,
    fund.amc,
    fund.name,
    fund.purchase_allowed ? "1" : "0",
    fund.redemption_allowed ? "1" : "0",
    String(fund.minimum_purchase_amount),
    String(fund.purchase_amount_multiplier),
    String(fund.minimum_additional_purchase_amount),
    String(fund.minimum_redemption_quantity),
    String(fund.redemption_quantity_multiplier),
    fund.dividend_type,
    fund.scheme_type,
    fund.plan,
    fund.settlement_type,
    String(last_price),
    last_price_date,
  ];
}
