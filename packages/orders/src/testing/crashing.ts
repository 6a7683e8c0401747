import { createKite } from "@kite/core";
import { placeAndConfirm, recoverIntents } from "../index.ts";
import { fileIntentLog } from "../node.ts";
import { audited } from "./audited.ts";

// A bot in a process of its own, which somebody will kill: it recovers what the one before it left behind, and then places order after order.

const { apiKey, accessToken, environment, path, looks } = JSON.parse(process.argv[2] ?? "");
// Node's compression does not bear a reader who dies in the middle of an answer; the exchange runs in the test's own process.
const plain: typeof fetch = (url, init) =>
  fetch(url, { ...init, headers: { ...init?.headers, "accept-encoding": "identity" } });
const kite = createKite({
  apiKey,
  accessToken,
  environment,
  fetch: plain,
  timeout: 150,
  retry: { baseDelay: 1 },
  onWarning: () => {},
});
const log = audited(fileIntentLog(path), `${path}.audit`);

// Whoever watches is gone.
process.on("disconnect", () => process.exit());
await recoverIntents(kite, log, { looks });
const worker = async (): Promise<void> => {
  for (;;) {
    const result = await placeAndConfirm(
      kite,
      {
        ...{ variety: "regular", exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", product: "MIS" },
        ...{ quantity: 1, order_type: "LIMIT", price: 1_400 },
      },
      { intents: log, looks, onStage: ({ stage }) => process.send?.(stage) },
    );
    if (result.error?.code === "InvalidInput") throw result.error;
  }
};
await Promise.all([worker(), worker(), worker()]);
