import { createBudget, createKite } from "@kite/core";
import { createOrderBudget, placeAndConfirm } from "@kite/orders";
import { liveBy } from "./scaled-clock.mjs";

/** Eight callers of one account that place orders as fast as the account may, in a process of its own. */
const { clock, account, prices, placements, callers, margin } = JSON.parse(process.argv[2]);
liveBy(clock);

const { apiKey, accessToken, environment } = account;
// The clock magnifies how unevenly this machine works, and the margin with it. The minute's 400 are still the narrower limit.
const budget = createOrderBudget({ budget: createBudget({ margin: margin * clock.speed }) });
const kite = createKite({ apiKey, accessToken, environment, rateLimit: { budget }, onWarning: () => {} });

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const told = [];
const underWay = new Set();
let next = 0;

/** Places one order, and lets the caller go on as soon as it has an answer or is in doubt. */
async function place(index) {
  const { tradingsymbol, price } = prices[index % prices.length];
  const params = {
    variety: "regular",
    exchange: "NSE",
    tradingsymbol,
    transaction_type: "BUY",
    quantity: 1,
    product: "MIS",
    order_type: "LIMIT",
    // one in twenty is refused by the exchange itself, the others find no seller and are cancelled at once
    price: index % 20 === 7 ? 0.013 : price,
    validity: "IOC",
  };
  let goOn;
  const answered = new Promise((resolve) => {
    goOn = resolve;
  });
  const onStage = ({ stage }) => {
    if (stage === "answered" || stage === "doubtful") goOn();
  };
  const confirmed = placeAndConfirm(kite, params, { onStage }).then(async (result) => {
    goOn();
    if (result.outcome === "rejected" && result.error?.code === "RateLimited") {
      // the day is used up: nothing was sent, and tomorrow is another day
      await sleep(result.error.retryAfter + 1_000);
      return place(index);
    }
    const { outcome, tag, order_id } = result;
    told.push({ outcome, tag, order_id });
    if (told.length % 1_000 === 0) process.send({ progress: told.length });
  });
  underWay.add(confirmed);
  confirmed.finally(() => underWay.delete(confirmed));
  await answered;
}

await Promise.all(
  Array.from({ length: callers }, async () => {
    while (next < placements) {
      next += 1;
      await place(next);
    }
  }),
);
while (underWay.size > 0) await Promise.all(underWay);
process.send({ told, stats: kite.stats() }, () => process.disconnect());
