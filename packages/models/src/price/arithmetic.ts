import { align, type Decimal, toDecimal, toNumber } from "./decimal.ts";
import { fromUnits, toUnits, unitsPerOne } from "./units.ts";

/**
 * Adds two numbers as decimals: `add(0.1, 0.2)` is 0.3.
 *
 * @throws RangeError for NaN and Infinity, in the result too.
 */
export function add(left: number, right: number): number {
  const units = toUnits(left) + toUnits(right);
  if (Number.isSafeInteger(units)) return fromUnits(units);
  return toNumber(addDecimals(toDecimal(left, "left"), toDecimal(right, "right")));
}

/**
 * Subtracts `right` from `left` as decimals: `subtract(0.3, 0.1)` is 0.2.
 *
 * @throws RangeError for NaN and Infinity, in the result too.
 */
export function subtract(left: number, right: number): number {
  const units = toUnits(left) - toUnits(right);
  if (Number.isSafeInteger(units)) return fromUnits(units);
  const { digits, decimals } = toDecimal(right, "right");
  return toNumber(addDecimals(toDecimal(left, "left"), { digits: -digits, decimals }));
}

/**
 * Multiplies as decimals: `multiply(1.1, 3)` is 3.3. The quantity may be negative or have decimals.
 *
 * @throws RangeError for NaN and Infinity, in the result too.
 */
export function multiply(price: number, quantity: number): number {
  const units = Number.isInteger(quantity) ? toUnits(price) * quantity : Number.NaN;
  if (Number.isSafeInteger(units)) return fromUnits(units);
  const left = toDecimal(price, "price");
  const right = toDecimal(quantity, "quantity");
  return toNumber({ digits: left.digits * right.digits, decimals: left.decimals + right.decimals });
}

/**
 * Adds up numbers as decimals and rounds only the result, so that their order does not matter. An empty list gives 0.
 *
 * @throws RangeError for NaN and Infinity, in the result too.
 */
export function sum(values: readonly number[]): number {
  let units = 0;
  for (const value of values) {
    units += toUnits(value);
    if (!Number.isSafeInteger(units)) return sumDecimals(values);
  }
  return units / unitsPerOne;
}

function sumDecimals(values: readonly number[]): number {
  let total: Decimal = { digits: 0n, decimals: 0 };
  for (const [index, value] of values.entries()) total = addDecimals(total, toDecimal(value, `values[${index}]`));
  return toNumber(total);
}

function addDecimals(one: Decimal, other: Decimal): Decimal {
  const { left, right, decimals } = align(one, other);
  return { digits: left + right, decimals };
}
