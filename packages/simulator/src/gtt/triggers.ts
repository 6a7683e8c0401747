import { dayOfDate, startOfDay } from "../market/day.ts";
import type { Instrument } from "../market/instrument.ts";
import type { Account } from "../portfolio/account.ts";
import { Refusal, refuse } from "../refusal.ts";
import type { Desk } from "../trading/desk.ts";
import { placeOrder } from "../trading/placement.ts";
import type { Trigger, TriggerOrder, TriggerResult } from "./trigger.ts";
import type { TriggerDefinition } from "./trigger-form.ts";
import { checkLevels, hitBy } from "./trigger-rules.ts";

const MOST_ACTIVE = 500;
const WEEK_MS = 7 * 86_400_000;

/** @throws {Refusal} 400 before anything has changed. */
export function createTrigger(desk: Desk, account: Account, definition: TriggerDefinition): Trigger {
  checkLevels(definition);
  if (account.triggers.filter(isActive).length >= MOST_ACTIVE) {
    throw refuse(`Only ${MOST_ACTIVE} triggers can be active at the same time.`);
  }
  const now = desk.clock.now();
  const trigger: Trigger = {
    ...definition,
    id: desk.ids.trigger(),
    user_id: account.user.user_id,
    status: "active",
    created_at: now,
    updated_at: now,
    expires_at: expiryOf(definition.instrument, now),
  };
  account.triggers.push(trigger);
  return trigger;
}

/** @throws {Refusal} 404 for an unknown id, 400 for a trigger that is over. */
export function modifyTrigger(desk: Desk, account: Account, id: string, definition: TriggerDefinition): Trigger {
  const trigger = findActive(account, id);
  checkLevels(definition);
  return Object.assign(trigger, definition, { updated_at: desk.clock.now() });
}

/** @throws {Refusal} 404 for an unknown id, 400 for a trigger that is over. */
export function deleteTrigger(desk: Desk, account: Account, id: string): Trigger {
  return Object.assign(findActive(account, id), { status: "deleted", updated_at: desk.clock.now() });
}

/** Everything that is watched, and what ended in the last seven days. */
export function recentTriggers(desk: Desk, { triggers }: Account): Trigger[] {
  const since = desk.clock.now() - WEEK_MS;
  return triggers.filter((trigger) => isActive(trigger) || trigger.updated_at >= since);
}

/** @throws {Refusal} 404 when the account has no trigger of that id, of whatever age. */
export function findTrigger({ triggers }: Account, id: string): Trigger {
  const trigger = triggers.find((one) => String(one.id) === id);
  if (!trigger) throw new Refusal(404, "GeneralException", "Couldn't find that `trigger_id`.");
  return trigger;
}

/** Ends what is too old and fires what the market has reached. */
export function advanceTriggers(desk: Desk): void {
  for (const account of desk.accounts.values()) {
    for (const trigger of account.triggers.filter(isActive)) advanceOne(desk, account, trigger);
  }
}

function advanceOne(desk: Desk, account: Account, trigger: Trigger): void {
  if (trigger.expires_at <= desk.clock.now()) {
    trigger.status = "expired";
    trigger.updated_at = trigger.expires_at;
    return;
  }
  if (desk.marketHours === "real" && !desk.market.isOpen(trigger.instrument)) return;
  const { last_price } = desk.market.priceOf(trigger.instrument);
  const hit = hitBy(last_price, trigger);
  const order = hit === undefined ? undefined : trigger.orders[hit];
  if (!order) return;
  trigger.status = "triggered";
  trigger.updated_at = desk.clock.now();
  order.result = { at: desk.clock.now(), triggered_at: last_price, ...attempt(desk, account, trigger, order) };
}

/** Money and shares are looked at now, not when the trigger was made; whatever comes of it, the trigger is used up. */
function attempt(
  desk: Desk,
  account: Account,
  { instrument }: Trigger,
  { transaction_type, quantity, order_type, product, price }: TriggerOrder,
): Pick<TriggerResult, "order_id" | "rejection_reason"> {
  const { exchange, tradingsymbol } = instrument;
  try {
    const wish = { exchange, tradingsymbol, transaction_type, quantity, order_type, product, price };
    const { order_id } = placeOrder(desk, account, { ...PLAIN, ...wish });
    return { order_id, rejection_reason: "" };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { order_id: "", rejection_reason: error.message };
  }
}

/** What the order of a trigger cannot ask for. */
const PLAIN = {
  variety: "regular",
  validity: "DAY",
  validity_ttl: 0,
  trigger_price: 0,
  disclosed_quantity: 0,
  market_protection: 0,
  iceberg: undefined,
  auction_number: undefined,
  autoslice: false,
  tag: null,
} as const;

const isActive = ({ status }: Trigger): boolean => status === "active";

function findActive(account: Account, id: string): Trigger {
  const trigger = findTrigger(account, id);
  if (!isActive(trigger)) throw refuse(`Trigger is not active, but ${trigger.status}.`);
  return trigger;
}

/** A year from now, or the end of the day on which the contract expires. */
function expiryOf({ expiry }: Instrument, now: number): number {
  if (expiry !== "") return startOfDay(dayOfDate(expiry) + 1) - 1000;
  // 29 February becomes 1 March, as calendars do
  return new Date(now).setUTCFullYear(new Date(now).getUTCFullYear() + 1);
}
