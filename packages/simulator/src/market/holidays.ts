/** A day on which markets keep other hours than on any other weekday. */
export interface Holiday {
  /** Shares, indices and their derivatives. */
  readonly equity: "open" | "closed";
  readonly currency: "open" | "closed";
  readonly commodities: "open" | "closed" | "opens at 17:00" | "closes at 17:00";
}

const national: Holiday = { equity: "closed", currency: "closed", commodities: "closed" };
const local: Holiday = { equity: "closed", currency: "closed", commodities: "opens at 17:00" };

/**
 * Trading holidays by date. Years that are not listed have none. The special session on the evening of Diwali, a
 * Sunday, is left out: its hours are announced shortly before.
 */
export const holidays: Readonly<Record<string, Holiday>> = {
  "2026-01-01": { equity: "open", currency: "open", commodities: "closes at 17:00" },
  // not confirmed by the exchanges' own lists
  "2026-01-15": local,
  "2026-01-26": national,
  "2026-03-03": local,
  "2026-03-26": local,
  "2026-03-31": local,
  // a bank holiday; the list of the others is not known
  "2026-04-01": { equity: "open", currency: "closed", commodities: "open" },
  "2026-04-03": national,
  "2026-04-14": local,
  "2026-05-01": local,
  "2026-05-28": local,
  "2026-06-26": local,
  "2026-09-14": local,
  "2026-10-02": national,
  "2026-10-20": local,
  "2026-11-10": local,
  "2026-11-24": local,
  "2026-12-25": national,
};
