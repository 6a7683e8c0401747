import { debitsOf, segmentOf, UsageTally, usageOf } from "../funds/usage.ts";
import type { Account } from "../portfolio/account.ts";
import { netOf } from "../portfolio/funds.ts";
import { Refusal } from "../refusal.ts";
import type { Desk } from "./desk.ts";
import type { Order } from "./order.ts";

/**
 * Checks that an account can pay for an order, or for what a modification makes of it.
 *
 * @param replaced - The order as it stands, which frees what it blocks.
 * @throws {Refusal} 400 MarginException.
 */
export function checkFunds({ market }: Desk, account: Account, order: Order, replaced?: Order): void {
  const segment = segmentOf(order.instrument);
  const live = account.orders.live();
  const tally = new UsageTally(account, market);
  for (const one of live) tally.add(one);
  const before = { ...tally.usage[segment] };
  const after = replaced ? usageOf(account, [...live.filter((one) => one !== replaced), order], market) : tally.usage;
  if (!replaced) tally.add(order);
  const purse = account.funds[segment];
  const required = debitsOf(after[segment]) - debitsOf(before);
  const available = netOf(purse, before);
  // closing a position or lowering an order is possible with nothing left
  if (required <= 0.005 || required <= available) return;
  const shown = Math.max(0, available).toFixed(2);
  throw new Refusal(
    400,
    "MarginException",
    `Insufficient funds. Required margin is ${required.toFixed(2)} but available margin is ${shown}.`,
  );
}
