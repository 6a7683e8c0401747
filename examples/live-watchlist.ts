// Prices of a few instruments as they come, for three seconds. Says what the connection does.
import { connect } from "./connect.ts";

const { kite, close } = await connect();
const listed = await kite.marketData.loadInstruments({ exchanges: ["NSE"] });
const watched = ["NSE:INFY", "NSE:RELIANCE", "NSE:SBIN"].flatMap((key) => listed.byKey(key) ?? []);
const names = new Map(watched.map(({ instrument_token, tradingsymbol }) => [instrument_token, tradingsymbol]));

kite.ticker.on("state", ({ status, reason }) => console.log(`stream: ${status}${reason ? `, ${reason}` : ""}`));
kite.ticker.on("error", ({ message }) => console.log(message));

let ticks = 0;
const signal = AbortSignal.timeout(3_000);
for await (const tick of kite.ticker.ticks([...names.keys()], { mode: "quote", signal })) {
  ticks += 1;
  console.log((names.get(tick.instrument_token) ?? "").padEnd(10), tick.last_price);
}
console.log(`${ticks} ticks, ${kite.ticker.stats().dropped} dropped`);
await close();
