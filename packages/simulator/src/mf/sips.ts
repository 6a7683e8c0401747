import { type Fields, readFields } from "../fields.ts";
import { istDate } from "../ist.ts";
import { parseField } from "../json-fields.ts";
import type { Account } from "../portfolio/account.ts";
import { invalid, Refusal, refuse } from "../refusal.ts";
import type { Desk } from "../trading/desk.ts";
import { addFundOrder, readFund } from "./fund-orders.ts";
import type { Frequency, FundsBook, Sip } from "./funds-book.ts";

const FREQUENCIES: readonly Frequency[] = ["weekly", "monthly", "quarterly"];

/** What the answer to a new standing order says. */
export interface PlacedSip {
  readonly sip_id: string;
  /** Order for the first amount; null without one. */
  readonly order_id: string | null;
}

/** @throws {Refusal} 400 for a field that is missing, or what the fund does not allow. */
export function placeSip(desk: Desk, account: Account, form: URLSearchParams): PlacedSip {
  const fields = readFields(form);
  const fund = readFund(desk, form);
  if (!fund.purchase_allowed) throw invalid("tradingsymbol");
  const frequency = fields.choice("frequency", FREQUENCIES);
  const instalment_day = readDay(fields, frequency, 1);
  const now = desk.clock.now();
  const initial = fields.has("initial_amount") ? fields.price("initial_amount") : 0;
  const tag = fields.has("tag") ? fields.text("tag") : null;
  const sip: Sip = {
    sip_id: desk.ids.sip(),
    fund,
    sip_type: fields.has("sip_type") ? fields.choice("sip_type", ["sip", "amc_sip"]) : "sip",
    sip_reg_num: null,
    created: now,
    last_instalment: now,
    completed_instalments: 0,
    trigger_price: fields.has("trigger_price") ? fields.number("trigger_price") : 0,
    tag,
    status: "ACTIVE",
    next_instalment: nextInstalment(now, frequency, instalment_day),
    frequency,
    instalment_amount: fields.price("amount"),
    instalments: readInstalments(fields),
    instalment_day,
    step_up: fields.has("step_up") ? readStepUp(form) : {},
  };
  account.mutualFunds.sips.push(sip);
  const order = initial > 0 ? addFundOrder(desk, account, fund, { amount: initial, quantity: 0, tag }) : undefined;
  return { sip_id: sip.sip_id, order_id: order?.order_id ?? null };
}

/** Changes the fields that are sent. @throws {Refusal} 404 for an unknown id, 400 for one that has ended. */
export function modifySip(desk: Desk, { mutualFunds }: Account, sip_id: string, form: URLSearchParams): void {
  const sip = findRunning(mutualFunds, sip_id);
  const fields = readFields(form);
  const frequency = fields.has("frequency") ? fields.choice("frequency", FREQUENCIES) : sip.frequency;
  const instalment_day = readDay(fields, frequency, sip.instalment_day || 1);
  const paused = fields.has("status")
    ? fields.choice("status", ["active", "paused"]) === "paused"
    : sip.status === "PAUSED";
  Object.assign(sip, {
    frequency,
    instalment_day,
    status: paused ? "PAUSED" : "ACTIVE",
    next_instalment: nextInstalment(desk.clock.now(), frequency, instalment_day),
    instalment_amount: fields.has("amount") ? fields.price("amount") : sip.instalment_amount,
    instalments: fields.has("instalments") ? readInstalments(fields) : sip.instalments,
    step_up: fields.has("step_up") ? readStepUp(form) : sip.step_up,
  });
}

/** @throws {Refusal} 404 for an unknown id, 400 for one that has ended. */
export function cancelSip({ mutualFunds }: Account, sip_id: string): void {
  findRunning(mutualFunds, sip_id).status = "CANCELLED";
}

/** @throws {Refusal} 404 when the account has no such standing order. */
export function findSip({ sips }: FundsBook, sip_id: string): Sip {
  const sip = sips.find((one) => one.sip_id === sip_id);
  if (!sip) throw new Refusal(404, "GeneralException", "Couldn't find that `sip_id`.");
  return sip;
}

/** Next date (`yyyy-mm-dd`) on which money is taken after an instant (epoch ms). */
export function nextInstalment(after: number, frequency: Frequency, day: number): string {
  const [year = 0, month = 0, today = 0] = istDate(after).split("-").map(Number);
  if (frequency === "weekly") return dateOf(year, month - 1, today + 7);
  if (frequency === "quarterly") return dateOf(year, month + 2, Math.min(today, lastDay(year, month + 2)));
  const later = Math.min(day, lastDay(year, month - 1)) > today ? month - 1 : month;
  return dateOf(year, later, Math.min(day, lastDay(year, later)));
}

/** Months count from 0 and may run over the end of the year. */
const dateOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

function findRunning(book: FundsBook, sip_id: string): Sip {
  const sip = findSip(book, sip_id);
  if (sip.status === "CANCELLED") throw refuse("SIP is cancelled.");
  return sip;
}

function readDay(fields: Fields, frequency: Frequency, standard: number): number {
  const day = fields.has("instalment_day") ? fields.count("instalment_day", 0) : standard;
  if (day > 31) throw invalid("instalment_day");
  return frequency === "monthly" ? day || standard : 0;
}

function readInstalments(fields: Fields): number {
  const count = fields.count("instalments", -1);
  if (count === 0) throw invalid("instalments");
  return count;
}

function readStepUp(form: URLSearchParams): Readonly<Record<string, number>> {
  const value = parseField(form, "step_up");
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid("step_up");
  const fits = Object.entries(value).every(([day, percent]) => /^\d\d-\d\d$/.test(day) && Number.isInteger(percent));
  if (!fits) throw invalid("step_up");
  return value as Readonly<Record<string, number>>;
}
