/** Moves one of a list up (-1) or down (1); gives the list itself where there is nowhere to go. */
export function moved(keys: readonly string[], key: string, by: -1 | 1): readonly string[] {
  const from = keys.indexOf(key);
  const other = keys[from + by];
  if (from === -1 || other === undefined) return keys;
  return keys.map((each, index) => (index === from ? other : index === from + by ? key : each));
}
