import { readFields } from "../fields.ts";
import type { MutualFund } from "../market/fund-list.ts";
import type { Account } from "../portfolio/account.ts";
import { invalid, Refusal, refuse } from "../refusal.ts";
import type { Desk } from "../trading/desk.ts";
import { SIDES } from "../trading/vocabulary.ts";
import type { FundOrder, FundsBook } from "./funds-book.ts";

/**
 * Takes an order for units: by amount to buy, by quantity to sell. It is paid for, and goes to the fund house at the next
 * cut-off; until then it can be cancelled.
 *
 * @throws {Refusal} 400 for what the fund does not allow, or more units than there are.
 */
export function placeFundOrder(desk: Desk, account: Account, form: URLSearchParams): FundOrder {
  const fields = readFields(form);
  const fund = readFund(desk, form);
  const buys = fields.choice("transaction_type", SIDES) === "BUY";
  const amount = buys ? fields.price("amount") : 0;
  const quantity = buys ? 0 : fields.price("quantity");
  if (buys) checkAmount(account.mutualFunds, fund, amount);
  else checkUnits(account.mutualFunds, fund, quantity);
  return addFundOrder(desk, account, fund, { amount, quantity, tag: fields.has("tag") ? fields.text("tag") : null });
}

/** What an order for units asks for: rupees or units, the other is 0. */
interface FundWish extends Pick<FundOrder, "amount" | "quantity" | "tag"> {
  readonly variety?: FundOrder["variety"];
}

/** Enters an order; one without an amount is a sale. */
export function addFundOrder(
  desk: Desk,
  account: Account,
  fund: MutualFund,
  { amount, quantity, tag, variety = "regular" }: FundWish,
): FundOrder {
  const held = account.mutualFunds.holdings.find((holding) => holding.fund === fund);
  const order: FundOrder = {
    order_id: desk.ids.uuid(),
    exchange_order_id: null,
    fund,
    status: "OPEN",
    status_message: null,
    folio: held?.folio ?? null,
    order_timestamp: desk.clock.now(),
    exchange_timestamp: null,
    settlement_id: null,
    transaction_type: amount > 0 ? "BUY" : "SELL",
    amount,
    quantity,
    variety,
    purchase_type: amount === 0 ? null : held ? "ADDITIONAL" : "FRESH",
    average_price: 0,
    tag,
  };
  account.mutualFunds.orders.push(order);
  return order;
}

/** @throws {Refusal} 404 for an unknown id, 400 for an order that is over. */
export function cancelFundOrder({ mutualFunds }: Account, order_id: string): void {
  const order = findFundOrder(mutualFunds, order_id);
  if (order.status !== "OPEN" || order.exchange_order_id !== null)
    throw refuse("Order cannot be cancelled as it is being processed. Try later.");
  order.status = "CANCELLED";
}

/** @throws {Refusal} 404 when the account has no such order, of whatever age. */
export function findFundOrder({ orders }: FundsBook, order_id: string): FundOrder {
  const order = orders.find((one) => one.order_id === order_id);
  if (!order) throw new Refusal(404, "GeneralException", "Couldn't find that `order_id`.");
  return order;
}

/** @throws {Refusal} 400 unless the form names a fund. */
export function readFund({ market }: Desk, form: URLSearchParams): MutualFund {
  const fund = market.mutualFunds.find(form.get("tradingsymbol") ?? "");
  if (!fund) throw invalid("tradingsymbol");
  return fund;
}

function checkAmount({ holdings }: FundsBook, fund: MutualFund, amount: number): void {
  if (!fund.purchase_allowed) throw invalid("transaction_type");
  const first = !holdings.some((holding) => holding.fund === fund);
  const least = first ? fund.minimum_purchase_amount : fund.minimum_additional_purchase_amount;
  if (amount < least || !isMultiple(amount, fund.purchase_amount_multiplier)) throw invalid("amount");
}

function checkUnits({ holdings }: FundsBook, fund: MutualFund, quantity: number): void {
  if (!fund.redemption_allowed) throw invalid("transaction_type");
  const held = holdings
    .filter((holding) => holding.fund === fund)
    .reduce((sum, holding) => sum + holding.quantity - (holding.pledged_quantity ?? 0), 0);
  const fits =
    quantity >= fund.minimum_redemption_quantity && isMultiple(quantity, fund.redemption_quantity_multiplier);
  if (!fits) throw invalid("quantity");
  if (quantity > held) throw new Refusal(400, "HoldingException", `Insufficient holdings. ${held} units can be sold.`);
}

/** Compared with room for the noise of binary fractions: 12.345 is a multiple of 0.001. */
function isMultiple(value: number, step: number): boolean {
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}
