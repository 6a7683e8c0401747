import { createClient, createKite } from "@kite/core";
import { cpu } from "../harness/measure.mjs";
import { lowerQuartile } from "../harness/statistics.mjs";

// The clock is read as ever and runs ahead: ten calls a second are allowed, and no call of a benchmark may wait for its turn.
const clock = performance.now.bind(performance);
let ahead = 0;
performance.now = () => {
  ahead += 80;
  return clock() + ahead;
};

const headers = new Headers({ "content-type": "application/json" });
const answer = Promise.resolve({ status: 200, headers, text: '{"status":"success","data":[]}' });
const config = { apiKey: "key", accessToken: "token", transport: () => answer };
const plan = { endpoint: "getHoldings", method: "GET", path: "/portfolio/holdings" };

const cases = {
  "createClient, no layer": () => createClient(config),
  "with retry": () => createKite({ ...config, rateLimit: false }),
  "with the rate limits": () => createKite({ ...config, retry: false }),
  "createKite, both": () => createKite(config),
};

/** CPU nanoseconds of a call that is answered at once. */
async function measure(makeClient) {
  const kite = makeClient();
  const calls = async (count) => {
    for (let call = 0; call < count; call += 1) await kite.send(plan);
  };
  await calls(20_000);
  const windows = [];
  for (let window = 0; window < 40; window += 1) {
    const start = cpu();
    await calls(2_000);
    windows.push((cpu() - start) / 2);
  }
  return { nanoseconds: lowerQuartile(windows) };
}

export const suite = {
  title: "What the safe layers add to a call that goes well",
  rounds: 5,
  scenarios: ["call"],
  describe: () => "a call answered at once",
  cases,
  measures: [{ name: "time", run: measure }],
  figures: [
    { name: "nanoseconds", title: "CPU ns (case / no layer)", baseline: "createClient, no layer", isCost: true },
  ],
};
