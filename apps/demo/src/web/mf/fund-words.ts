import type { MFHolding, MFOrder, MFSIP } from "@kite/mf";
import { formatQuantity, formatRupees } from "../../shared/rupees.ts";

const date = new Intl.DateTimeFormat("en-IN", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const dayAndMonth = new Intl.DateTimeFormat("en-IN", { day: "numeric", month: "short", timeZone: "UTC" });
const nav = new Intl.NumberFormat("en-IN", { minimumFractionDigits: 2, maximumFractionDigits: 4 });

/** Writes a calendar date, `yyyy-mm-dd`: `20 Nov 2026`; a text that is none stays as it is. */
export function calendarText(text: string): string {
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? text : date.format(at);
}

/** Writes the value of a unit, which has up to four decimals: `91.2375`. */
export const navText = (rupees: number): string => nav.format(rupees);

/** What a holding cost, what it is worth, and what came of it. Rupees; the gain in percent of the cost. */
export interface HoldingWorth {
  readonly invested: number;
  readonly value: number;
  readonly gain: number;
  /** Undefined where nothing was paid. */
  readonly percent: number | undefined;
}

/** Works out what holdings are worth together. The exchange sends 0 as the gain. */
export function worthOf(
  holdings: readonly Pick<MFHolding, "quantity" | "average_price" | "last_price">[],
): HoldingWorth {
  let invested = 0;
  let value = 0;
  for (const { quantity, average_price, last_price } of holdings) {
    invested += quantity * average_price;
    value += quantity * last_price;
  }
  const gain = value - invested;
  return { invested, value, gain, percent: invested > 0 ? (gain * 100) / invested : undefined };
}

const states: Readonly<Record<string, readonly [text: string, tone: string]>> = {
  OPEN: ["Open", "moving"],
  COMPLETE: ["Complete", "good"],
  CANCELLED: ["Cancelled", "over"],
  REJECTED: ["Rejected", "bad"],
};

/** The state of an order in words, and its tone; one that is not known is shown as it came. */
export function orderState({ status }: Pick<MFOrder, "status">): { readonly text: string; readonly tone: string } {
  const [text, tone] = states[status ?? ""] ?? [status ?? "Not known", "moving"];
  return { text, tone };
}

const everies: Readonly<Record<string, string>> = { weekly: "week", monthly: "month", quarterly: "quarter" };

/** Says when a SIP buys, and for how much: `₹5,000.00 every month on the 10th`. */
export function scheduleText(sip: Pick<MFSIP, "frequency" | "instalment_amount" | "instalment_day">): string {
  const { frequency, instalment_amount, instalment_day } = sip;
  const every = everies[frequency];
  const day = frequency === "monthly" && instalment_day > 0 ? ` on the ${ordinal(instalment_day)}` : "";
  return `${formatRupees(instalment_amount)} ${every ? `every ${every}` : frequency}${day}`;
}

/** Says how far a SIP has come: `13 done, 39 to go`, `13 done, no end`. */
export function progressText(
  sip: Pick<MFSIP, "instalments" | "completed_instalments" | "pending_instalments">,
): string {
  const { instalments, completed_instalments, pending_instalments } = sip;
  // what is kept at a fund house has 9999, which is no end either
  const isEndless = instalments === -1 || instalments >= 9999;
  return `${formatQuantity(completed_instalments)} done, ${isEndless ? "no end" : `${formatQuantity(pending_instalments)} to go`}`;
}

/** Says by how much the amount of a SIP grows: `10 % more each 15 Feb`; empty where it does not. */
export function stepUpText(step_up: MFSIP["step_up"]): string {
  return Object.entries(step_up)
    .map(([when, percent]) => {
      const [day = "01", month = "01"] = when.split("-");
      const at = new Date(`2024-${month}-${day}T00:00:00Z`);
      return `${percent}\u00a0% more each ${Number.isNaN(at.getTime()) ? when : dayAndMonth.format(at)}`;
    })
    .join(", ");
}

/** Writes a place in a row: `1st`, `22nd`, `13th`. */
export function ordinal(count: number): string {
  const isTeen = count % 100 >= 11 && count % 100 <= 13;
  return `${count}${isTeen ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th")}`;
}
