// Today's five-minute candles, and the one that is growing: history joined with the stream.
import { formatIstDate } from "@kite/models";
import { CandleBuilder } from "@kite/ticker";
import { connect } from "./connect.ts";

const { kite, close } = await connect();
const token = 408065; // NSE:INFY
const show = (bar: { date: Date; open: number; high: number; low: number; close: number }) =>
  console.log(bar.date.toISOString(), bar.open, bar.high, bar.low, bar.close);

const history = await kite.marketData.getHistoricalData({
  instrument_token: token,
  interval: "5minute",
  from: formatIstDate(new Date()),
  to: new Date(),
});
for (const candle of history) show(candle);

const bars = new CandleBuilder({ interval: "5minute", onBar: show });
bars.seed(token, history);
for await (const tick of kite.ticker.ticks([token], { mode: "full", signal: AbortSignal.timeout(2_000) }))
  bars.add(tick);

const growing = bars.live(token);
console.log(`${history.length} candles from history, ${growing ? "one growing" : "none growing"}`);
await close();
