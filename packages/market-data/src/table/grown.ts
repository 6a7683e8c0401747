type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Gives an array with room for `least` numbers: the same one while it has, else a larger copy. */
export function grown<Kind extends Column>(column: Kind, least: number): Kind {
  if (least <= column.length) return column;
  const larger = new (column.constructor as new (length: number) => Kind)(Math.max(least, column.length * 2));
  larger.set(column);
  return larger;
}
