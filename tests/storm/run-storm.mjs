import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { storm } from "./weather.mjs";

/** Runs one of the files beside this one as a process. Without the flags of a test runner: it works with what is built. */
const start = (name, settings) => fork(new URL(name, import.meta.url), [JSON.stringify(settings)], { execArgv: [] });

/** Gives the first message of a process that has what is asked for; rejects when the process ends without one. */
const messageOf = (child, field) =>
  new Promise((resolve, reject) => {
    child.on("message", (message) => message[field] && resolve(message));
    child.once("exit", (code) => reject(new Error(`a process of the storm ended with code ${code}`)));
  });

/**
 * Places orders through a storm, over real HTTP between two processes whose clock runs faster than the real one, and tells what the
 * callers were told and what the exchange has. `margin`: milliseconds by which this machine may be late with anything, by the real clock.
 */
export async function runStorm({ placements, callers = 8, speed = 5, seed = 1, margin = 15, onProgress = () => {} }) {
  // Late in the evening, so that the day's 5,000 are used up shortly before midnight and the next day brings new ones.
  const clock = { realStart: Date.now(), simulatedStart: Date.parse("2026-11-23T23:40:00+05:30"), speed };
  const exchange = start("exchange.mjs", { clock, seed, rules: storm });
  try {
    const account = await messageOf(exchange, "apiKey");
    const accessToken = await logIn(account);
    const prices = await lowestPrices(account, accessToken);
    const calling = start("callers.mjs", {
      clock,
      account: { ...account, accessToken },
      prices,
      placements,
      callers,
      margin,
    });
    calling.on("message", ({ progress }) => progress && onProgress(progress));
    const { told, stats } = await messageOf(calling, "told");
    exchange.send("report");
    const report = await messageOf(exchange, "arrivals");
    return { placements, told, stats, ...report };
  } finally {
    exchange.kill();
  }
}

/** The lowest price that the exchange takes today, by symbol. */
async function lowestPrices({ apiKey, environment }, accessToken) {
  const keys = ["INFY", "SBIN", "ITC", "WIPRO", "HDFCBANK"].map((symbol) => `i=NSE:${symbol}`);
  const headers = { authorization: `token ${apiKey}:${accessToken}` };
  const { data } = await (await fetch(`${environment.root}/quote?${keys.join("&")}`, { headers })).json();
  return Object.entries(data).map(([key, { lower_circuit_limit }]) => ({
    tradingsymbol: key.slice("NSE:".length),
    price: lower_circuit_limit,
  }));
}

/** Logs in without the SDK, which is what is to be tested. */
async function logIn({ apiKey, apiSecret, request_token, environment }) {
  const checksum = createHash("sha256")
    .update(apiKey + request_token + apiSecret)
    .digest("hex");
  const body = new URLSearchParams({ api_key: apiKey, request_token, checksum });
  const answer = await fetch(`${environment.root}/session/token`, { method: "POST", body });
  return (await answer.json()).data.access_token;
}
