/** `up` is towards plus infinity, `down` towards minus infinity, `nearest` takes halves away from zero. */
export type RoundingDirection = "nearest" | "up" | "down";

/** Moves `digits` to a multiple of `step`, which is above zero. */
export function toMultiple(digits: bigint, step: bigint, direction: RoundingDirection): bigint {
  const rest = ((digits % step) + step) % step;
  const lower = digits - rest;
  const upper = rest === 0n ? lower : lower + step;
  switch (direction) {
    case "down":
      return lower;
    case "up":
      return upper;
    case "nearest":
      return 2n * rest > step || (2n * rest === step && digits > 0n) ? upper : lower;
    default:
      throw new RangeError(`direction: expected "nearest", "up" or "down", received ${JSON.stringify(direction)}`);
  }
}
