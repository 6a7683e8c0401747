import { type Fields, invalidInput, requireQuantity, requireText } from "@kite/core";
import type { MFSIPFrequency } from "@kite/models";

/** When a SIP buys, and by how much it grows. */
export interface MFSIPSchedule {
  readonly frequency?: MFSIPFrequency | undefined;
  /** How many in all; -1 for no end. */
  readonly instalments?: number | undefined;
  /** Day of the month, 1 to 31, of a monthly SIP. Kite's clients name 1, 5, 10, 15, 20 and 25. */
  readonly instalment_day?: number | undefined;
  /** Whole percent that the amount rises by, by day and month: `{ "15-02": 10 }`. */
  readonly step_up?: Readonly<Record<string, number>> | undefined;
}

/** Checks a schedule and writes it as fields of a form. */
export function scheduleForm({ frequency, instalments, instalment_day, step_up }: MFSIPSchedule): Fields {
  return {
    instalments: instalments === undefined || instalments === -1 ? instalments : count("instalments", instalments),
    frequency: frequency === undefined ? undefined : requireText("frequency", frequency),
    instalment_day: instalment_day === undefined ? undefined : dayOfMonth(instalment_day),
    step_up: step_up === undefined ? undefined : stepText(step_up),
  };
}

function count(field: string, value: unknown): number {
  if (Number.isSafeInteger(value) && (value as number) >= 1) return value as number;
  throw invalidInput(field, `must be a whole number of at least 1, or -1 for no end, got ${JSON.stringify(value)}`);
}

function dayOfMonth(value: number): number {
  if (requireQuantity("instalment_day", value) <= 31) return value;
  throw invalidInput("instalment_day", `must be a day of the month, 1 to 31, got ${value}`);
}

function stepText(steps: Readonly<Record<string, number>>): string {
  for (const [day, percent] of Object.entries(steps)) {
    if (!/^(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])$/.test(day)) {
      throw invalidInput("step_up", `must name days as dd-mm, got ${JSON.stringify(day)}`);
    }
    requireQuantity(`step_up["${day}"]`, percent);
  }
  return JSON.stringify(steps);
}
