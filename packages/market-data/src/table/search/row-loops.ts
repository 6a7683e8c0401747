// One loop each: the engine makes quick code for a function in the middle of its first long loop, and throws it away at a second
// one that it has not seen yet, at every call.

/** Gives each row the figure of what it is of. */
export function takeFigures(into: Uint8Array, figures: Uint8Array, ids: Uint32Array): void {
  for (let row = 0; row < into.length; row += 1) into[row] = figures[ids[row] as number] as number;
}

/** Writes a figure for the rows of what is marked with a 1. */
export function writeMarked(
  into: Uint8Array,
  figure: number,
  marked: Uint8Array,
  ids: Uint32Array | Uint16Array,
): void {
  for (let row = 0; row < into.length; row += 1) if (marked[ids[row] as number] === 1) into[row] = figure;
}

/** Writes a figure for the rows that have a number. */
export function writeEqual(into: Uint8Array, figure: number, wanted: number, values: Float64Array): void {
  for (let row = 0; row < into.length; row += 1) if (values[row] === wanted) into[row] = figure;
}
