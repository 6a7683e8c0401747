import type { CallOptions, KiteClient } from "@kite/core";
import { getTrades } from "../endpoints/get-trades.ts";
import type { InstrumentPnl, TradesReport } from "../pnl/pnl-report.ts";
import { type SummarizeTradesParams, summarizeTrades } from "../pnl/summarize-trades.ts";
import { load } from "../wait/load.ts";
import { chargeTools } from "./charge-tools.ts";
import { requireRows } from "./require-rows.ts";

export interface TradesWithPnlParams extends SummarizeTradesParams {
  /** Asks for the contract note of the orders behind the trades as well, which costs two more requests. Default false. */
  readonly charges?: boolean | undefined;
}

/** An instrument's gains, and what its trades cost. */
export interface ChargedInstrumentPnl extends InstrumentPnl {
  /** Rupees for all of its trades, those still open included; only where charges were asked for. */
  readonly charges?: number;
}

/** The day's trades with their gains. */
export interface TradesWithPnl extends TradesReport {
  readonly instruments: readonly ChargedInstrumentPnl[];
  /** Rupees for all trades, in no gain; only where charges were asked for. */
  readonly charges?: number;
}

/**
 * Fetches the day's trades and computes what they gained, per instrument and product: by first in first out, by average price, and on
 * request with their charges. What is open at the end is carried, and in no gain.
 *
 * @example
 * const { realised, charges = 0 } = await getTradesWithPnl(kite, { charges: true });
 * console.log(`booked ₹${realised.fifo}, before charges of ₹${charges}`);
 */
export async function getTradesWithPnl(
  kite: KiteClient,
  params: TradesWithPnlParams = {},
  options?: CallOptions,
): Promise<TradesWithPnl> {
  const part = params.charges && (await load("getTradesWithPnl", import("./get-trade-charges.ts")));
  const report = summarizeTrades(requireRows("getTrades", await getTrades(kite, options)), params);
  if (!part) return report;
  const trades = report.instruments.flatMap((row) => row.trades);
  const { total, chargesOf } = await part.getTradeCharges(chargeTools, kite, trades, options);
  return {
    ...report,
    instruments: report.instruments.map((row) => ({ ...row, charges: chargesOf(row.trades) })),
    charges: total,
  };
}
