/**
 * Writes a number as plain decimal text: never `1e-7`, and without the noise of binary arithmetic, so that `0.1 + 0.2` gives `0.3`.
 * What is more than noise stays, for the server to judge.
 */
export function decimalText(value: number): string {
  const clean = withoutNoise(value);
  const [mantissa = "", exponent = "0"] = String(clean).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const shift = Number(exponent);
  if (shift >= 0) return shift === 0 ? mantissa : whole + fraction.padEnd(shift, "0");
  const digits = (whole.replace("-", "") + fraction).padStart(-shift + fraction.length + 1, "0");
  const point = digits.length - fraction.length + shift;
  return `${clean < 0 ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Kite's prices have at most four decimals, so a value that close to one of those is meant to be it. */
export function withoutNoise(value: number): number {
  const clean = Number(value.toFixed(4));
  const isClose = Math.abs(clean - value) <= 1e-12 * Math.max(1, Math.abs(value));
  // The smallest of prices must not become none.
  return isClose && clean !== 0 ? clean : value;
}
