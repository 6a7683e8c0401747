export { getCandleColumns } from "./get-candle-columns.ts";
export { isScanned, rowsOf, scanning } from "./scanning.ts";
