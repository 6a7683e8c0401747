import type { MutualFund } from "../market/fund-list.ts";
import type { Account } from "../portfolio/account.ts";
import type { Desk } from "../trading/desk.ts";
import type { FundHolding, FundOrder, FundPurchase } from "./funds-book.ts";

/** Units that can be sold: those that nobody has pledged. */
export function unitsOf({ mutualFunds }: Account, fund: MutualFund): number {
  return units(
    mutualFunds.holdings
      .filter((holding) => holding.fund === fund)
      .reduce((sum, { quantity, pledged_quantity = 0 }) => sum + quantity - pledged_quantity, 0),
  );
}

/** Executes an order at a net asset value (rupees): units come, or go. */
export function allot(desk: Desk, account: Account, order: FundOrder, value: number): void {
  const { holdings } = account.mutualFunds;
  let holding = holdings.find(({ fund }) => fund === order.fund);
  if (order.transaction_type === "BUY") {
    if (!holding) {
      holding = empty(order.fund);
      holdings.push(holding);
    }
    holding.folio ??= desk.ids.digits(8);
    order.quantity = Math.floor((order.amount / value) * 1000 + 1e-6) / 1000;
    buy(holding, order, value);
  } else if (holding) {
    sell(holding, order.quantity);
    if (holding.quantity === 0) holdings.splice(holdings.indexOf(holding), 1);
  }
  order.folio = holding?.folio ?? order.folio;
  order.average_price = value;
  order.status = "COMPLETE";
}

function buy(holding: FundHolding, { exchange_timestamp, quantity, variety }: FundOrder, value: number): void {
  const total = units(holding.quantity + quantity);
  const average = (holding.average_price * holding.quantity + value * quantity) / total;
  const purchase = { quantity, average_price: value, variety, exchange_timestamp: exchange_timestamp ?? "" };
  holding.average_price = Math.round(average * 10_000) / 10_000;
  holding.quantity = total;
  holding.purchases = [...holding.purchases, purchase];
}

/** The oldest units go first. */
function sell(holding: FundHolding, quantity: number): void {
  let left = quantity;
  const rest = holding.purchases.map((purchase): FundPurchase => {
    const sold = Math.min(left, purchase.quantity);
    left = units(left - sold);
    return { ...purchase, quantity: units(purchase.quantity - sold) };
  });
  holding.purchases = rest.filter((purchase) => purchase.quantity > 0);
  holding.quantity = units(holding.quantity - quantity);
}

/** Funds count thousandths of a unit. */
const units = (quantity: number): number => Math.round(quantity * 1000) / 1000;

const empty = (fund: MutualFund): FundHolding => ({
  fund,
  folio: null,
  quantity: 0,
  pledged_quantity: 0,
  average_price: 0,
  undated: false,
  purchases: [],
});
