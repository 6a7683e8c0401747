// The strikes around the money of the next NIFTY expiry, with prices and open interest.
import { connect } from "./connect.ts";

const { kite, close } = await connect();
const { "NSE:NIFTY 50": index } = await kite.marketData.getLTP(["NSE:NIFTY 50"]);
if (!index) throw new Error("no price of NIFTY 50");
const chain = await kite.marketData.getOptionChain({ name: "NIFTY", spot: index.last_price });
if (!chain?.atTheMoney) throw new Error("no options on NIFTY are listed");

const money = chain.atTheMoney.strike;
const middle = chain.strikes.findIndex(({ strike }) => strike === money);
const near = chain.strikes.slice(Math.max(0, middle - 4), middle + 5);
const keyOf = (row: { tradingsymbol: string } | null | undefined) => (row ? [`NFO:${row.tradingsymbol}`] : []);
const quotes = await kite.marketData.getQuote(near.flatMap(({ call, put }) => [...keyOf(call), ...keyOf(put)]));
const quoteOf = (row: { tradingsymbol: string } | null | undefined) =>
  row ? quotes[`NFO:${row.tradingsymbol}`] : undefined;

console.log(`NIFTY ${index.last_price}, expiry ${chain.expiry}`);
console.log(["OI", "call", "strike", "put", "OI"].map((head) => head.padStart(12)).join(""));
for (const { strike, call, put } of near) {
  const cells = [quoteOf(call)?.oi, quoteOf(call)?.last_price, strike, quoteOf(put)?.last_price, quoteOf(put)?.oi];
  console.log(cells.map((cell) => String(cell ?? "–").padStart(12)).join(""), strike === money ? " <" : "");
}
await close();
