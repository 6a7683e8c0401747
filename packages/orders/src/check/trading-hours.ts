/** When an exchange works, as IST wall time `hh:mm`. Each pair is from (included) and to (not included). */
export interface TradingHours {
  /** Orders of variety `regular` are taken, opening and closing sessions included. */
  readonly accepted: readonly [from: string, to: string];
  /** They trade continuously. */
  readonly continuous: readonly [from: string, to: string];
  /** Shares with derivatives take no orders, while the price that their closing auction starts from is worked out. */
  readonly beforeAuction?: readonly [from: string, to: string] | undefined;
  /** Orders of variety `amo` are taken: from the evening to the next morning. */
  readonly afterMarket: readonly [from: string, to: string];
  /** From here on new `MIS` orders are likely to be refused. */
  readonly intradayUntil: string;
}

const cash: TradingHours = {
  accepted: ["09:00", "16:00"],
  continuous: ["09:15", "15:30"],
  beforeAuction: ["15:15", "15:20"],
  afterMarket: ["16:00", "08:58"],
  intradayUntil: "15:12",
};
const derivatives: TradingHours = {
  accepted: ["09:00", "15:40"],
  continuous: ["09:15", "15:30"],
  afterMarket: ["15:45", "09:10"],
  intradayUntil: "15:25",
};
const currency: TradingHours = {
  accepted: ["09:00", "17:00"],
  continuous: ["09:00", "17:00"],
  afterMarket: ["17:00", "08:59"],
  intradayUntil: "16:45",
};
// The evening ends at 23:30 while the United States save daylight, at 23:55 otherwise; agricultural contracts stop earlier.
const commodity: TradingHours = {
  accepted: ["09:00", "23:55"],
  continuous: ["09:00", "23:30"],
  afterMarket: ["23:30", "08:58"],
  intradayUntil: "23:05",
};

/**
 * Usual hours by exchange. They change a few times a year and no call of the API tells them: hand your own to `checkOrder` where it
 * matters.
 */
export const tradingHours: Readonly<Record<string, TradingHours>> = {
  NSE: cash,
  BSE: cash,
  NFO: derivatives,
  BFO: derivatives,
  CDS: currency,
  BCD: currency,
  MCX: commodity,
};

/** Tells whether a calendar date, `yyyy-mm-dd`, is a Monday to Friday. It is taken as one in UTC on both sides, so that no zone gets in. */
export function isWeekday(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day >= 1 && day <= 5;
}
