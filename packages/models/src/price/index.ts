export { add, multiply, subtract, sum } from "./arithmetic.ts";
export type { RoundingDirection } from "./multiple.ts";
export { round } from "./round.ts";
export { share } from "./share.ts";
export { isOnTick, roundToTick } from "./tick.ts";
