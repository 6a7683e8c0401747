import { createRequire } from "node:module";
import { createClient } from "@kite/core";
import { getHistoricalData } from "@kite/market-data";
import { randomNumbers } from "../fixtures/random.mjs";
import { cpu } from "../harness/measure.mjs";
import { median } from "../harness/statistics.mjs";

const require = createRequire(import.meta.url);
const two = (value) => String(value).padStart(2, "0");

/** Candles of a minute on the days of some years, as Kite sends them. */
function answerOf(count) {
  const random = randomNumbers(5);
  const rows = [];
  let price = 1_700;
  for (let day = Date.UTC(2015, 1, 2); rows.length < count; day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    for (let minute = 555; minute < 930 && rows.length < count; minute += 1) {
      const open = price;
      price = Math.max(5, Math.round((price + random() * 4 - 2) * 20) / 20);
      const high = Math.round((Math.max(open, price) + random()) * 20) / 20;
      const low = Math.round((Math.min(open, price) - random()) * 20) / 20;
      const time = `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00+0530`;
      rows.push([time, open, high, low, price, Math.floor(random() * 90_000)]);
    }
  }
  return Buffer.from(JSON.stringify({ status: "success", data: { candles: rows } }));
}

const sum = (values) => values.reduce((total, value) => total + value, 0);
const closes = (candles) => sum(candles.map(({ close }) => close));
const peer = (name) => {
  const { KiteConnect } = require(name);
  const client = new KiteConnect({ api_key: "key" });
  return { read: (bytes) => client.parseHistorical(JSON.parse(bytes.toString("utf8"))).data, check: closes };
};
const range = { instrument_token: 408065, interval: "day", from: "2020-01-01", to: "2020-01-02" };
/** The whole call, the transport answering from memory. */
const own = (options, check) => {
  const headers = { "content-type": "application/json" };
  let body;
  const fetch = async () => new Response(body, { headers });
  const kite = createClient({ apiKey: "key", accessToken: "token", fetch });
  return {
    read(bytes) {
      body = bytes;
      return getHistoricalData(kite, range, options);
    },
    check,
  };
};

const cases = {
  kiteconnect: () => peer("kiteconnect"),
  "kiteconnect-ts": () => peer("kiteconnect-ts"),
  getHistoricalData: () => own({}, closes),
  "getHistoricalData, columns": () => own({ columns: true }, ({ close }) => sum(close)),
  "floor: JSON.parse": () => ({ read: (bytes) => JSON.parse(bytes.toString("utf8")), check: () => undefined }),
};

const megabytes = () => {
  for (let count = 0; count < 3; count += 1) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

async function measure(make, scenario) {
  const bytes = answerOf(Number(scenario));
  const { read, check } = make();
  // The code is loaded, and has run once.
  await read(answerOf(3));
  const memory = megabytes();
  const timed = async () => {
    const before = cpu();
    const result = await read(bytes);
    return { result, milliseconds: (cpu() - before) / 1_000 };
  };
  let first = await timed();
  const kept = megabytes() - memory;
  const checksum = check(first.result);
  const figures = { first: first.milliseconds, megabytes: kept };
  first = undefined;
  const warm = [];
  for (let count = 0; count < 7; count += 1) warm.push((await timed()).milliseconds);
  return { ...figures, milliseconds: median(warm), checksum };
}

export const suite = {
  title: "Candles, from the bytes of an answer",
  rounds: 5,
  scenarios: ["100000"],
  describe: (count) => `${Number(count).toLocaleString("en-IN")} candles`,
  cases,
  measures: [{ name: "read", run: measure }],
  figures: [
    { name: "first", title: "first time, CPU ms (kiteconnect / case)", baseline: "kiteconnect" },
    { name: "milliseconds", title: "warm, CPU ms (kiteconnect / case)", baseline: "kiteconnect" },
    { name: "megabytes", title: "MB kept (kiteconnect / case)", baseline: "kiteconnect" },
  ],
  verify(results) {
    const sums = results.flatMap(({ figures }) => figures.checksum ?? []);
    if (new Set(sums.map((value) => value.toFixed(2))).size > 1) throw new Error(`the candles differ: ${sums}`);
  },
};
