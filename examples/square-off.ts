// Cancels what waits and closes every intraday position, then looks whether it worked. Start it by 15:05: from 15:12 on
// new MIS orders of shares are refused, and those with derivatives stop trading at 15:15.
import type { Position } from "@kite/models";
import { connect } from "./connect.ts";

const { kite, close } = await connect();
for (const { order, outcome } of await kite.orders.cancelAllOrders({ product: "MIS" })) {
  console.log(`cancel ${order.tradingsymbol}: ${outcome}`);
}

const intraday = async () =>
  (await kite.portfolio.getPositions()).net.filter(({ product, quantity }) => product === "MIS" && quantity !== 0);

async function closeOne({ exchange, tradingsymbol, quantity }: Position): Promise<void> {
  const exit = await kite.orders.placeAndConfirm(
    {
      variety: "regular",
      exchange,
      tradingsymbol,
      transaction_type: quantity > 0 ? "SELL" : "BUY",
      quantity: Math.abs(quantity),
      product: "MIS",
      order_type: "MARKET",
      market_protection: -1,
    },
    { purpose: "exit" },
  );
  console.log(`close ${tradingsymbol}: ${exit.outcome}`);
  if (exit.outcome === "placed") await kite.orders.waitForOrder(exit.order_id, { until: "filled", deadline: 30_000 });
}

// One that fails leaves the others alone.
const exits = await Promise.allSettled((await intraday()).map(closeOne));
for (const exit of exits) if (exit.status === "rejected") console.error(exit.reason);

const left = await intraday();
console.log(left.length === 0 ? "flat" : `STILL OPEN: ${left.map(({ tradingsymbol }) => tradingsymbol).join(", ")}`);
await close();
