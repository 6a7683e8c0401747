import { istDate } from "../ist.ts";
import type { MutualFund } from "../market/fund-list.ts";
import { sessionAt, sessionBefore } from "../market/session.ts";
import { type FundHolding, type FundOrder, type FundsBook, type Sip, WAITING_FOR_PAYMENT } from "../mf/funds-book.ts";
import { nextInstalment } from "../mf/sips.ts";
import type { Random } from "../random.ts";
import type { SeedSource } from "./seed-account.ts";

const DAY_MS = 86_400_000;

/** A portfolio in which every kind of row occurs that the API is known to send. */
export function seedMutualFunds(random: Random, { clock, market, orderIds }: SeedSource): FundsBook {
  const now = clock.now();
  const digits = (count: number): string => String(random.int(10 ** (count - 1), 10 ** count - 1));
  const all = market.mutualFunds.list().filter((fund) => fund.plan === "direct" && fund.purchase_allowed);
  const pick = (quarter: number): MutualFund => {
    const fund = all[Math.floor(((quarter + random.fraction()) * all.length) / 4)];
    if (!fund) throw new TypeError("There are no mutual funds to hold");
    return fund;
  };
  // one from each quarter of the list, so that no fund comes twice
  const [one, two, three, four] = [pick(0), pick(1), pick(2), pick(3)];
  const daysAgo = (days: number): number => sessionBefore("equity", sessionAt("equity", now - days * DAY_MS).day).open;

  const hold = (fund: MutualFund, traits: Partial<FundHolding> = {}): FundHolding => {
    const folio = digits(8);
    const quantity = random.int(1_000, 900_000) / 1000;
    const average_price = Math.round(market.mutualFunds.valueOf(fund).last_price * random.int(80, 115) * 100) / 10_000;
    const exchange_timestamp = istDate(daysAgo(random.int(30, 400)));
    const purchases = [{ quantity, average_price, variety: "regular", exchange_timestamp } as const];
    return { fund, folio, quantity, pledged_quantity: 0, average_price, undated: false, purchases, ...traits };
  };
  const order = (fund: MutualFund, days: number, traits: Partial<FundOrder>): FundOrder => ({
    order_id: orderIds.uuid(),
    exchange_order_id: null,
    fund,
    status: "OPEN",
    status_message: null,
    folio: null,
    order_timestamp: daysAgo(days) + random.int(0, 300) * 60_000,
    exchange_timestamp: null,
    settlement_id: null,
    transaction_type: "BUY",
    amount: 1000 * random.int(5, 20),
    quantity: 0,
    variety: "regular",
    purchase_type: "FRESH",
    average_price: 0,
    tag: null,
    ...traits,
  });
  const sip = (fund: MutualFund, traits: Partial<Sip>): Sip => {
    const { frequency = "monthly", instalment_day = 0 } = traits;
    return {
      sip_id: orderIds.sip(),
      fund,
      sip_type: "sip",
      sip_reg_num: null,
      created: daysAgo(400),
      last_instalment: daysAgo(10),
      completed_instalments: random.int(5, 13),
      trigger_price: 0,
      tag: null,
      status: "ACTIVE",
      next_instalment: nextInstalment(now, frequency, instalment_day),
      frequency,
      instalment_amount: 500 * random.int(2, 20),
      instalments: -1,
      instalment_day,
      step_up: {},
      ...traits,
    };
  };
  const done = { exchange_order_id: digits(9), settlement_id: digits(7) };
  const sold = random.int(1_000, 9_000) / 1000;
  return {
    holdings: [hold(one), hold(two, { undated: true, folio: null }), hold(three, { pledged_quantity: undefined })],
    orders: [
      order(one, 20, { ...done, status: "COMPLETE", exchange_timestamp: istDate(daysAgo(20)), average_price: 91.2375 }),
      order(two, 4, { status: "REJECTED", status_message: "Payment was not received.", tag: "monthly-saving" }),
      order(three, 3, {
        ...done,
        status: "COMPLETE",
        exchange_timestamp: istDate(daysAgo(3)),
        transaction_type: "SELL",
        amount: 0,
        quantity: sold,
        purchase_type: null,
        average_price: market.mutualFunds.valueOf(three).last_price,
      }),
      order(four, 1, { status_message: WAITING_FOR_PAYMENT, variety: "sip" }),
    ],
    sips: [
      sip(one, { instalment_day: 10, step_up: { "15-02": 10 }, tag: "save" }),
      sip(two, { frequency: "weekly", status: "PAUSED", instalments: 52 }),
      sip(four, { sip_type: "amc_sip", instalments: 9999, instalment_day: 30, sip_reg_num: digits(8) }),
    ],
  };
}
