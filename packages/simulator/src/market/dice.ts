import { createRandom } from "../random.ts";

/** A name for a row of throws, made once from a text, so that the throws themselves need none. */
export function diceOf(seed: number, name: string): number {
  return createRandom(seed, name).int(0, 2 ** 32 - 1);
}

/** The throw of a number: from 0 to just below 1, the same whenever it is asked for. Costs a few multiplications. */
export function thrown(dice: number, number: number): number {
  let mixed = Math.imul((dice + Math.imul(number + 1, 0x9e3779b1)) ^ (dice >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
