import { invalidInput, requireQuantity, requireText } from "@kite/core";
import type { Interval } from "@kite/models";
import type { Moment } from "./range.ts";

/** What every request for candles names. */
export interface HistoricalRange {
  /** From the instrument list; the token of an expired contract is gone. */
  readonly instrument_token: number;
  /** First moment. A `Date`, or IST text: `yyyy-mm-dd hh:mm:ss`, or a date alone, which means its midnight. */
  readonly from: Moment;
  /** Last moment, included. A date alone means all of that day. */
  readonly to: Moment;
  /** Asks for the open interest too. */
  readonly oi?: boolean | undefined;
}

/** Candles of any length. */
export interface CandleParams extends HistoricalRange {
  readonly interval: Interval;
  readonly continuous?: false | undefined;
}

/** Candles of a day. */
export interface DayCandleParams extends HistoricalRange {
  readonly interval: "day";
  /** Joins the contracts of a future over their expiries; NFO and MCX only. Name the token of a contract that is alive. */
  readonly continuous?: boolean | undefined;
}

export type GetHistoricalDataParams = CandleParams | DayCandleParams;

/** Throws `InvalidInput` for what cannot be asked. */
export function checkParams({ instrument_token, interval, continuous }: GetHistoricalDataParams): void {
  requireQuantity("instrument_token", instrument_token);
  requireText("interval", interval);
  if (continuous && interval !== "day") {
    throw invalidInput("continuous", `goes with the interval day only, got ${JSON.stringify(interval)}`);
  }
}
