import { invalidInput } from "@kite/core";

/**
 * Refuses triggers that are on the wrong side of the last price: a single one must not be at it, two must have it between them.
 * `fields` are the names of the triggers.
 */
export function checkSides(fields: readonly string[], triggers: readonly number[], last_price: number): void {
  const [lower = Number.NaN, upper] = triggers;
  const [first = "", second = ""] = fields;
  if (upper === undefined) {
    if (lower === last_price) throw invalidInput(first, "must differ from last_price, which decides the direction");
    return;
  }
  if (!(lower < last_price)) throw invalidInput(first, `must be below last_price ${last_price}, got ${lower}`);
  if (!(upper > last_price)) throw invalidInput(second, `must be above last_price ${last_price}, got ${upper}`);
}
