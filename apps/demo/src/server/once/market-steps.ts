import type { Instrument } from "@kite/market-data";
import { formatAmount, formatQuantity, formatRupees } from "../../shared/rupees.ts";
import type { Walk } from "./walk.ts";

/** What the later steps trade, and its price in rupees. */
export interface Traded {
  readonly instrument: Instrument;
  readonly last_price: number;
}

const KEY = "NSE:INFY";
const DAYS_BACK = 30;

/** Finds an instrument, its price and its past. */
export async function marketSteps({ kite, terminal, part, step }: Walk): Promise<Traded> {
  const { block, paint } = terminal;
  part("The market");
  const instruments = await step("kite.marketData.loadInstruments", () => kite.marketData.loadInstruments());
  block([`${formatQuantity(instruments.size)} instruments, kept until the next list is due.`]);

  const found = await step("kite.marketData.searchInstruments", () =>
    kite.marketData.searchInstruments("infosys", { limit: 3 }),
  );
  block(found.map(({ exchange, tradingsymbol, name }) => `${`${exchange}:${tradingsymbol}`.padEnd(22)} ${name}`));

  const quote = (await step("kite.marketData.getQuote", () => kite.marketData.getQuote([KEY])))[KEY];
  const instrument = instruments.byKey(KEY);
  if (!quote || !instrument) throw new Error(`${KEY} is not listed`);
  const { last_price, ohlc, depth } = quote;
  const [bid, ask] = [depth?.buy[0], depth?.sell[0]];
  block([
    `${KEY} ${paint.bold(formatRupees(last_price))}, today from ${formatAmount(ohlc.low)} to ${formatAmount(ohlc.high)}`,
    `Bid ${formatAmount(bid?.price ?? 0)} × ${bid?.quantity ?? 0}, ask ${formatAmount(ask?.price ?? 0)} × ${ask?.quantity ?? 0}`,
  ]);

  const to = new Date();
  const from = new Date(to.getTime() - DAYS_BACK * 86_400_000);
  const { instrument_token } = instrument;
  const candles = await step("kite.marketData.getHistoricalData", () =>
    kite.marketData.getHistoricalData({ instrument_token, interval: "day", from, to }),
  );
  const closes = candles.map(({ close }) => close);
  block([
    `${candles.length} days, closing between ${formatAmount(Math.min(...closes))} and ${formatAmount(Math.max(...closes))}`,
    bars(closes),
  ]);
  return { instrument, last_price };
}

/** Draws closing prices as a row of bars, the lowest smallest. */
function bars(closes: readonly number[]): string {
  const [low, high] = [Math.min(...closes), Math.max(...closes)];
  const steps = "▁▂▃▄▅▆▇█";
  return closes.map((close) => steps[Math.round(((close - low) / (high - low || 1)) * (steps.length - 1))]).join("");
}
