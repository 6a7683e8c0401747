import { subscribe } from "node:diagnostics_channel";
import { startSimulator } from "@kite/simulator";
import { simulatedNow } from "./scaled-clock.mjs";

/** A simulated exchange in a process of its own, as an account's orders meet it on a very bad day. */
const { clock, seed, rules } = JSON.parse(process.argv[2]);
const now = simulatedNow(clock);

/** When each request that the exchange counts as an order came in, as Node's own server saw it. */
const arrivals = [];
subscribe("http.server.request.start", ({ request }) => {
  if (request.method !== "GET" && request.url.startsWith("/orders")) arrivals.push(now());
});

const simulator = await startSimulator({
  seed,
  clock: now,
  users: [{ user_id: "STORM1", user_name: "Storm", portfolio: "cash" }],
});
const { apiKey, apiSecret, environment } = simulator;
simulator.faults.set(rules);
process.send({ apiKey, apiSecret, environment, ...(await simulator.login()) });

process.on("disconnect", () => process.exit());
process.on("message", async () => {
  // what is late becomes visible within a minute and a half
  const untilAllVisible = Math.max(...arrivals) + 91_000 - now();
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, untilAllVisible) / clock.speed));
  const counts = rules.map((rule, index) => ({ ...rule, struck: simulator.faults.counts[index] }));
  simulator.faults.clear();
  const orders = simulator.orders().map(({ order_id, tag, status }) => ({ order_id, tag, status }));
  process.send({ arrivals, orders, counts });
});
