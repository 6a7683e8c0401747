// A program that cannot run away: own rules for every order, a budget for the day with a reserve for exits, and a stop.
import { isKiteError } from "@kite/core";
import { createOrderBudget, guards, orderBuilder, type PlaceOrderParams } from "@kite/orders";
import { fileDayStore } from "@kite/orders/node";
import { connect } from "./connect.ts";

const guard = guards({ maxOrderValue: 20_000, maxDayOrders: 3, products: ["MIS"], duplicateWindow: 1_000 });
const budget = createOrderBudget({ store: fileDayStore("orders-of-the-day.json"), reserve: { second: 2, day: 100 } });
const { kite, close } = await connect({ rateLimit: { budget } }, guard);

async function place(what: string, order: PlaceOrderParams): Promise<void> {
  try {
    console.log(`${what}: order ${(await kite.orders.placeOrder(order)).order_id}`);
  } catch (error) {
    if (!isKiteError(error, "GuardRefused")) throw error;
    console.log(`${what}: refused by ${error.hints[0]}, ${error.message}`);
  }
}

const buy = (quantity: number) => orderBuilder().buy("NSE", "INFY", quantity);
await place("a small order", buy(5).product("MIS").limit(1400).build());
await place("the same again at once", buy(5).product("MIS").limit(1400).build());
await place("too large", buy(500).product("MIS").limit(1400).build());
await place("for delivery", buy(1).product("CNC").limit(1400).build());
guard.stop("loss of the day reached");
await place("after the stop", buy(1).product("MIS").limit(1390).build());

await kite.orders.cancelAllOrders({ product: "MIS" }); // a stop does not hold back what makes things smaller
const { day, reserve } = kite.orders.budget();
console.log(`${day} orders left today, ${reserve?.day} of them for exits only`);
await close();
