// What the portfolio did today: holdings and positions, the gain of each, and of everything together.
import { connect } from "./connect.ts";

const { kite, close } = await connect();
const { holdings, positions, today_pnl, total_pnl } = await kite.portfolio.getPortfolioPerformance();

const rupees = (amount: number) =>
  amount.toLocaleString("en-IN", { style: "currency", currency: "INR", signDisplay: "exceptZero" });
for (const { holding, total_pnl: gain } of [...holdings.winners, ...holdings.losers]) {
  console.log(
    holding.tradingsymbol.padEnd(16),
    String(holding.quantity + holding.t1_quantity).padStart(6),
    rupees(gain).padStart(16),
  );
}
console.log(`booked today ${rupees(positions.realised)}`);
console.log(`today ${rupees(today_pnl)}, in all ${rupees(total_pnl)}`);
await close();
