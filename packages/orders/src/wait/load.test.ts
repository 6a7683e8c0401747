import { expect, test, vi } from "vitest";
import { getTradesWithPnl } from "../calls/get-trades-with-pnl.ts";
import { placeOrders } from "../calls/place-orders.ts";
import { placeAndConfirm } from "../confirm/place-and-confirm.ts";
import { reconcileOrder } from "../intents/reconcile-order.ts";
import { recoverIntents } from "../intents/recover-intents.ts";
import { limitOrder } from "../testing/samples.ts";
import { caught, serving, succeeding } from "../testing/serving.ts";
import { waitForOrder } from "./wait-for-order.ts";

const lost = vi.hoisted(() => () => {
  throw new TypeError("Failed to fetch dynamically imported module");
});
vi.mock("../confirm/confirm-order.ts", lost);
vi.mock("../intents/find-intent.ts", lost);
vi.mock("../intents/recover.ts", lost);
vi.mock("./await-order.ts", lost);
vi.mock("../calls/place-all.ts", lost);
vi.mock("../calls/get-trade-charges.ts", lost);

test("code that cannot be loaded ends as an error of ours, with nothing sent", async () => {
  const { kite, server } = await serving([succeeding([])]);
  for (const [name, call] of Object.entries({
    placeAndConfirm: placeAndConfirm(kite, limitOrder),
    waitForOrder: waitForOrder(kite, "1"),
    reconcileOrder: reconcileOrder(kite, undefined as never),
    placeOrders: placeOrders(kite, [limitOrder]),
    getTradesWithPnl: getTradesWithPnl(kite, { charges: true }),
    recoverIntents: recoverIntents(kite, undefined as never),
  }))
    expect(await caught(call)).toMatchObject({ code: "NotLoaded", endpoint: name, outcome: "not-sent" });
  expect(server.requests).toEqual([]);
});
