import { createRequire } from "node:module";
import { cpu } from "../harness/measure.mjs";

const require = createRequire(import.meta.url);

const peer = (name) => () => {
  const { KiteConnect } = require(name);
  return new KiteConnect({ api_key: "key" });
};

const cases = {
  kiteconnect: peer("kiteconnect"),
  "kiteconnect-ts": peer("kiteconnect-ts"),
  createKite: async () => {
    const { createKite } = await import("@kite/core");
    return createKite({ apiKey: "key" });
  },
  "createKite, portfolio": async () => {
    const { createKite } = await import("@kite/core");
    const { portfolio } = await import("@kite/portfolio");
    return createKite({ apiKey: "key" }).use(portfolio());
  },
  "createKite, auth, orders, portfolio, market data": async () => {
    const { createKite } = await import("@kite/core");
    const { auth } = await import("@kite/auth");
    const { orders } = await import("@kite/orders");
    const { portfolio } = await import("@kite/portfolio");
    const { marketData } = await import("@kite/market-data");
    return createKite({ apiKey: "key" }).use(auth()).use(orders()).use(portfolio()).use(marketData());
  },
  createTicker: async () => {
    const { createTicker } = await import("@kite/ticker");
    return createTicker({ apiKey: "key", accessToken: "token" });
  },
  "floor: an empty module": () => import("../fixtures/empty.mjs"),
};

/** What the first import and the first client cost a process that has nothing else to do. */
async function measure(start) {
  const before = { cpu: cpu(), memory: process.memoryUsage().rss, time: performance.now() };
  await start();
  return {
    milliseconds: (cpu() - before.cpu) / 1_000,
    wall: performance.now() - before.time,
    megabytes: (process.memoryUsage().rss - before.memory) / 1e6,
  };
}

export const suite = {
  title: "From the import to a client",
  rounds: 15,
  scenarios: ["start"],
  describe: () => "import and create",
  cases,
  measures: [{ name: "start", run: measure }],
  figures: [
    { name: "milliseconds", title: "CPU ms (kiteconnect / case)", baseline: "kiteconnect" },
    { name: "wall", title: "ms on the clock (kiteconnect / case)", baseline: "kiteconnect" },
    { name: "megabytes", title: "MB of memory" },
  ],
};
