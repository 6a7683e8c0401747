import { istTimestamp } from "../ist.ts";
import type { MutualFunds } from "../market/mutual-funds.ts";
import type { FundHolding, FundOrder, Sip } from "./funds-book.ts";

type Row = Record<string, unknown>;

/** Renders an order for units. */
export function fundOrderRow(order: FundOrder, user_id: string, funds: MutualFunds): Row {
  const { fund, ...fields } = order;
  return {
    ...fields,
    tradingsymbol: fund.tradingsymbol,
    fund: fund.name,
    order_timestamp: istTimestamp(order.order_timestamp),
    placed_by: user_id,
    ...funds.valueOf(fund),
  };
}

/** Renders a standing order as the list tells it. */
export function sipRow(sip: Sip): Row {
  const { fund, ...fields } = sip;
  return {
    ...fields,
    tradingsymbol: fund.tradingsymbol,
    fund: fund.name,
    dividend_type: fund.dividend_type,
    transaction_type: "BUY",
    created: istTimestamp(sip.created),
    last_instalment: istTimestamp(sip.last_instalment),
    pending_instalments: sip.instalments === -1 ? -1 : sip.instalments - sip.completed_instalments,
  };
}

/** Renders a holding. The route reports no profit, whatever the prices say. */
export function fundHoldingRow(holding: FundHolding, funds: MutualFunds): Row {
  const { average_price, folio, fund, pledged_quantity, quantity, undated } = holding;
  const { last_price, last_price_date } = funds.valueOf(fund);
  return {
    folio,
    fund: fund.name,
    tradingsymbol: fund.tradingsymbol,
    average_price,
    last_price,
    last_price_date: undated ? "" : last_price_date,
    pnl: 0,
    quantity,
    ...(pledged_quantity !== undefined && { pledged_quantity }),
  };
}

/** Renders the purchases behind a holding. */
export function purchaseRows({ folio, fund, purchases }: FundHolding): Row[] {
  return purchases.map(({ average_price, exchange_timestamp, quantity, variety }) => ({
    fund: fund.name,
    tradingsymbol: fund.tradingsymbol,
    average_price,
    variety,
    exchange_timestamp,
    amount: Math.round(average_price * quantity * 100) / 100,
    folio,
    quantity,
  }));
}
