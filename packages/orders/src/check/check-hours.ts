import { formatIst } from "@kite/models";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import type { OrderFinding } from "./finding.ts";
import type { TradingHours } from "./trading-hours.ts";

/** Checks whether the market takes the order at that moment. */
export function checkHours(
  order: PlaceOrderParams,
  now: Date,
  hours: TradingHours,
  isTradingDay: (date: string) => boolean,
): OrderFinding[] {
  const [date = "", time = ""] = formatIst(now).slice(0, 16).split(" ");
  const isWorking = isTradingDay(date);
  const { accepted, continuous, beforeAuction, afterMarket, intradayUntil } = hours;
  const isAccepted = isWorking && within(accepted, time);
  // The window runs over midnight, and on a day without trading it does not close.
  const isAfterMarket = !isWorking || time >= afterMarket[0] || time < afterMarket[1];
  const { variety, exchange } = order;
  if (variety === "auction") return [];
  const at = `at ${time} IST on ${date}`;
  const common = { field: "variety", rule: "hours", severity: "error" } as const;
  if (variety === "amo") {
    if (isAfterMarket) return [];
    const message = `${exchange} takes no after-market orders ${at}`;
    return [{ ...common, message, ...(isAccepted && { suggestion: "regular" }) }];
  }
  if (!isAccepted) {
    const message = `${exchange} takes no orders ${at}; one of variety amo trades in the next session, at a price not known now`;
    return [{ ...common, message, ...(variety === "regular" && isAfterMarket && { suggestion: "amo" }) }];
  }
  const findings: OrderFinding[] = [];
  if (!within(continuous, time)) {
    findings.push({ ...common, severity: "warning", message: `${exchange} does not trade continuously ${at}` });
  }
  // Neither the order nor a row of the instruments list tells whether there are derivatives of the share.
  if (beforeAuction && within(beforeAuction, time)) {
    const message = `${exchange} takes no orders ${at} for shares with derivatives, until ${beforeAuction[1]}`;
    findings.push({ ...common, severity: "warning", message });
  }
  if (order.product === "MIS" && time >= intradayUntil) {
    const message = `new intraday orders are likely to be refused from ${intradayUntil} IST`;
    findings.push({ ...common, field: "product", severity: "warning", message });
  }
  return findings;
}

const within = ([from, to]: readonly [string, string], time: string): boolean => time >= from && time < to;
