export { errorChecks, internals, istTimes, volumeRepairs } from "./answers.ts";
export { construction } from "./construction.ts";
export { changedArguments, marketProtection, phantomRow } from "./orders.ts";
export { exits, secondTicker, tickers } from "./tickers.ts";
