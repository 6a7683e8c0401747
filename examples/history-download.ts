// Downloads daily candles into a CSV file, page by page. Stopped in the middle, it goes on where it was.
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { connect } from "./connect.ts";

const { kite, close } = await connect();
const cursor = await readFile("infy.cursor", "utf8").catch(() => undefined);
let count = 0;

const pages = kite.marketData.iterateHistoricalData({
  instrument_token: 408065,
  interval: "day",
  from: "2022-01-01",
  to: "2025-12-31",
  ...(cursor && { cursor }),
});
if (cursor !== "done") {
  for await (const page of pages) {
    const lines = page.candles.map(({ date, open, high, low, close: last, volume }) =>
      [date.toISOString(), open, high, low, last, volume].join(","),
    );
    await appendFile("infy.csv", lines.map((line) => `${line}\n`).join(""));
    await writeFile("infy.cursor", page.cursor ?? "done"); // the last page has none, and is not to be written again
    count += page.candles.length;
  }
}
console.log(`${count} candles in infy.csv`);
await close();
