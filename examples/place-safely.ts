// Places an order whose fate is known even when the answer gets lost or the program dies.
// An intent is on the disk before the order leaves, and the next start finds out what became of those left over.
import { fileIntentLog } from "@kite/orders/node";
import { connect } from "./connect.ts";

const { kite, close } = await connect();
const intents = fileIntentLog("intents.jsonl");

const leftOver = await kite.orders.recoverIntents(intents);
for (const { intent, result } of leftOver) {
  console.log(`left over from the last run: ${intent.params.tag} is ${result.outcome}`);
}
if (leftOver.some(({ result }) => result.outcome !== "rejected")) {
  console.log("that was this program's order, or may have been: it does not place another");
  await close();
  process.exit();
}

const result = await kite.orders.placeAndConfirm(
  {
    variety: "regular",
    exchange: "NSE",
    tradingsymbol: "INFY",
    transaction_type: "BUY",
    quantity: 1,
    product: "CNC",
    order_type: "LIMIT",
    price: 1400,
  },
  { intents },
);
if (result.outcome === "placed") console.log(`placed: order ${result.order_id}`);
else if (result.outcome === "rejected") console.log(`rejected: ${result.reason}`);
else console.log(`unknown: it may be live under the tag ${result.tag}. Look before you place it again.`);
await close();
