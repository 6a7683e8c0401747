import { istTimestamp } from "../ist.ts";
import type { Account } from "../portfolio/account.ts";
import { Refusal, refuse } from "../refusal.ts";
import type { Desk } from "../trading/desk.ts";
import { type PlacedSlice, placeOrder } from "../trading/placement.ts";
import type { Alert, AlertDefinition, Operand, Operator } from "./alert.ts";
import { conditionText, snapshotRow } from "./alert-rows.ts";

const MOST_ENABLED = 500;

/** @throws {Refusal} 400 when there are too many already. */
export function createAlert(desk: Desk, account: Account, definition: AlertDefinition): Alert {
  if (account.alerts.filter(({ status }) => status === "enabled").length >= MOST_ENABLED) {
    throw refuse(`Only ${MOST_ENABLED} alerts can be enabled at the same time.`);
  }
  const now = desk.clock.now();
  const alert: Alert = {
    uuid: desk.ids.uuid(),
    user_id: account.user.user_id,
    created_at: now,
    definition,
    status: "enabled",
    disabled_reason: "",
    alert_count: 0,
    updated_at: now,
    held: false,
    history: [],
  };
  account.alerts.push(alert);
  return alert;
}

/**
 * Replaces the definition and starts to watch again.
 *
 * @throws {Refusal} 404 for an unknown uuid, 400 for an alert that was deleted.
 */
export function modifyAlert(desk: Desk, account: Account, uuid: string, definition: AlertDefinition): Alert {
  const alert = findAlert(account, uuid);
  if (alert.status === "deleted") throw refuse("Alert is deleted.");
  return Object.assign(alert, { definition, status: "enabled", held: false, updated_at: desk.clock.now() });
}

/** Marks alerts as deleted; they stay readable. @throws {Refusal} 404 before anything has changed. */
export function deleteAlerts(desk: Desk, account: Account, uuids: readonly string[]): void {
  for (const alert of uuids.map((uuid) => findAlert(account, uuid))) {
    alert.status = "deleted";
    alert.updated_at = desk.clock.now();
  }
}

/** @throws {Refusal} 404 when the account has no such alert. */
export function findAlert({ alerts }: Account, uuid: string): Alert {
  const alert = alerts.find((one) => one.uuid === uuid);
  if (!alert) throw new Refusal(404, "GeneralException", "Couldn't find that `uuid`.");
  return alert;
}

/** Fires every alert whose comparison has become true since the latest look. */
export function advanceAlerts(desk: Desk): void {
  for (const account of desk.accounts.values()) {
    for (const alert of account.alerts) {
      if (alert.status !== "enabled") continue;
      const holds = evaluate(desk, alert.definition);
      if (holds && !alert.held) fire(desk, account, alert);
      alert.held = holds;
    }
  }
}

function evaluate({ market }: Desk, { lhs, operator, rhs }: AlertDefinition): boolean {
  const right = typeof rhs === "number" ? rhs : market.priceOf(rhs.instrument).last_price;
  return COMPARISONS[operator](market.priceOf(lhs.instrument).last_price, right);
}

const COMPARISONS: Readonly<Record<Operator, (left: number, right: number) => boolean>> = {
  "<=": (left, right) => left <= right,
  ">=": (left, right) => left >= right,
  "<": (left, right) => left < right,
  ">": (left, right) => left > right,
  "==": (left, right) => left === right,
};

function fire(desk: Desk, account: Account, alert: Alert): void {
  const { definition, uuid } = alert;
  const at = desk.clock.now();
  const sides = [definition.lhs, definition.rhs].filter((side): side is Operand => typeof side !== "number");
  alert.alert_count += 1;
  alert.updated_at = at;
  const snapshots = sides.map((side) => snapshotRow(side, desk.market.quote(side.instrument)));
  const order_meta = definition.type === "ato" ? placeBasket(desk, account, alert) : null;
  alert.history.push({
    uuid,
    type: definition.type,
    meta: snapshots,
    condition: conditionText(definition),
    created_at: istTimestamp(at),
    order_meta,
  });
}

/** Places what is in the basket and stops to watch, or the next move of the price would place it again. */
function placeBasket(desk: Desk, account: Account, alert: Alert): PlacedSlice[] {
  alert.status = "disabled";
  return alert.definition.basket.map(({ request }): PlacedSlice => {
    try {
      return { order_id: placeOrder(desk, account, request).order_id };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { data, errorType, message, status } = error;
      return { error: { code: status, error_type: errorType, message, data } };
    }
  });
}
