import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";

const web = fileURLToPath(new URL("../dist/web/", import.meta.url));
const textOf = (file: string): string => readFileSync(web + file, "utf8");
const assets = readdirSync(`${web}assets`).filter((file) => file.endsWith(".js"));

/** A file, and all that it cannot run without. */
function closure(files: readonly string[], seen: Set<string> = new Set()): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const statics = textOf(file).matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g);
    closure(
      [...statics].map(([, name]) => `assets/${name}`),
      seen,
    );
  }
  return seen;
}

/** What the page loads before anything runs: the scripts of its HTML, and what they import. */
const initial = closure(
  [...textOf("index.html").matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file = ""]) => file),
);

/** Ids of the endpoints in some files, as they stand in the SDK. */
const endpointsIn = (files: Iterable<string>): string[] =>
  [
    ...new Set(
      [...files].flatMap((file) =>
        [...textOf(file).matchAll(/\bid:["'`]([a-z]+[A-Z]\w+)["'`]/g)].map(([, id = ""]) => id),
      ),
    ),
  ].sort();

const chunkOf = (name: string): string => {
  const [file, ...others] = assets.filter((asset) => asset.startsWith(`${name}-view-`));
  if (!file || others.length > 0) throw new Error(`there is no one file of the view ${name}`);
  return `assets/${file}`;
};

/** What each view asks for, besides what the page has from the start. Dialogs that are opened later come in files of their own. */
const uses: Readonly<Record<string, string>> = {
  portfolio: "getHoldings getPositions",
  orders:
    "cancelOrder getContractNote getHoldings getInstruments getOrderHistory getOrderMargins getOrders getPositions getQuote getTrades modifyOrder placeOrder",
  market: "getHistoricalData getHoldings getInstruments getLTP getOrders getPositions getQuote",
  gtt: "getGTTs getInstruments getLTP getQuote modifyGTT placeGTT",
  alerts: "createAlert getAlertHistory getAlerts getInstruments getQuote modifyAlert",
  mf: "cancelMFOrder cancelMFSIP getMFHoldings getMFInstruments getMFOrders getMFSIPs modifyMFSIP placeMFOrder placeMFSIP",
  funds: "",
  account: "authoriseHoldings getAuctions",
};
const viewNames = Object.keys(uses);

test("the page begins with 130 kB of JavaScript at most", () => {
  const bytes = [...initial]
    .map((file) => brotliCompressSync(textOf(file)).length)
    .reduce((sum, size) => sum + size, 0);
  console.log(`${bytes} B of JavaScript at the start`);
  expect(bytes).toBeLessThanOrEqual(130_000);
  expect(endpointsIn(initial)).toEqual(["getMargins", "getProfile"]);
});

test.each(Object.entries(uses))("the view %s holds the endpoints it uses and no others", (name, ids) => {
  const begun = endpointsIn(initial);
  expect(
    endpointsIn(closure([chunkOf(name)]))
      .filter((id) => !begun.includes(id))
      .join(" "),
  ).toBe(ids);
});

test("the chart's library comes with the market alone", () => {
  const isChart = (file: string) => textOf(file).includes("lightweight-charts");
  const charts = assets.map((file) => `assets/${file}`).filter(isChart);
  expect(charts).toHaveLength(1);
  for (const files of [
    initial,
    ...viewNames.filter((name) => name !== "market").map((name) => closure([chunkOf(name)])),
  ]) {
    expect([...files].filter(isChart)).toEqual([]);
  }
});
