/** Compares in a time that depends on the length of `expected` alone, so that a forger cannot measure how much is right. */
export function sameText(expected: string, given: string): boolean {
  let difference = expected.length ^ given.length;
  for (let index = 0; index < expected.length; index += 1) {
    // Behind the end of `given` the code is NaN, which counts as 0 here; the lengths differ already.
    difference |= expected.charCodeAt(index) ^ given.charCodeAt(index);
  }
  return difference === 0;
}
